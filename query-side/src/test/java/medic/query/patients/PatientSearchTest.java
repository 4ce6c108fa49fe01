package medic.query.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Patients are found by what their events say last, as soon as the read model has seen it. */
@Tag("server")
@Timeout(60)
class PatientSearchTest {

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();
  private final PatientIndex index = side.bean(PatientIndex.class);

  /** A name that no other test has. */
  private final String name = "Quill" + UUID.randomUUID().toString().replace("-", "");

  @BeforeEach
  void loaded() throws Exception {
    side.happened(practice.opened()).settled();
    index.catchUp();
    index.compare();
  }

  private PatientId registered(String fullName) throws Exception {
    PatientId patient = new PatientId(UUID.randomUUID());
    side.happened(new PatientRegistered(patient, profile(patient, fullName))).settled();
    return patient;
  }

  private static Personal<PatientProfile> profile(PatientId patient, String fullName) {
    return Personal.of(
        patient.value(),
        new PatientProfile(fullName, "q@example.org", "+49301234567", null, null, Map.of(), null));
  }

  private List<PatientId> found(String words, DoctorId by) {
    return side
        .questions()
        .ask(new FindPatients(words, by, 20), PatientsFound.class)
        .items()
        .stream()
        .map(PatientsFound.Match::patientId)
        .toList();
  }

  private List<PatientId> found(String words) {
    return found(words, null);
  }

  @Test
  void isFoundOnceRegisteredAndByTheNewNameOnceRevised() throws Exception {
    PatientId patient = registered("Grace " + name);
    assertThat(found(name)).containsExactly(patient);
    side.happened(new PatientProfileRevised(patient, profile(patient, "Grace Other" + name)))
        .settled();
    assertThat(found("other" + name)).containsExactly(patient);
    assertThat(found("grace " + name)).isEmpty();
  }

  @Test
  void isNotFoundOnceTheirErasureIsDecided() throws Exception {
    PatientId patient = registered("Grace " + name);
    assertThat(found(name)).hasSize(1);
    side.happened(new PatientErased(patient, ErasureGround.PATIENT_REQUEST)).settled();
    assertThat(found(name)).isEmpty();
    assertThat(index.find(name, 5, null).total()).isZero();
  }

  /** As after an event that was parked and is handled late, or rows that somebody restored. */
  @Test
  void takesInWhatChangedBehindIt() throws Exception {
    PatientId late = registered("Late " + name);
    PatientId gone = registered("Gone " + name);
    assertThat(found(name)).hasSize(2);
    side.jdbc()
        .update("update read.patient_v1 set position = 0 where patient_id = ?", late.value());
    side.jdbc().update("delete from read.patient_v1 where patient_id = ?", gone.value());
    assertThat(found("gone " + name)).isEmpty();
    index.compare();
    assertThat(found(name)).containsExactly(late);
    assertThat(index.find(name, 5, null).total()).isEqualTo(1);
    side.replay("patients");
    index.compare();
    assertThat(found(name)).hasSize(2);
  }

  @Test
  void aDoctorFindsThoseWhoseProfileIsOpenToThem() throws Exception {
    PatientId other = registered("Grace " + name);
    side.happened(new PatientRegistered(practice.patient, profile(practice.patient, "Ada " + name)))
        .settled();
    assertThat(found(name)).containsExactlyInAnyOrder(other, practice.patient);
    assertThat(found(name, practice.doctor)).isEmpty();
    side.happened(practice.booked(Practice.newAppointment(), "2030-03-04T08:00:00Z")).settled();
    assertThat(found(name, practice.doctor)).containsExactly(practice.patient);
    assertThat(found(name, new DoctorId(UUID.randomUUID()))).isEmpty();
  }

  /** Found by itself, whatever position a late event has. */
  @Test
  void seesWhatIsHandledOutOfAGap() throws Exception {
    registered("First " + name);
    PatientId late = registered("Late " + name);
    registered("Last " + name);
    assertThat(found(name)).hasSize(3);
    side.jdbc().update("delete from read.patient_v1 where patient_id = ?", late.value());
    index.compare();
    assertThat(found(name)).hasSize(2);
    side.happened(new PatientProfileRevised(late, profile(late, "Late " + name))).settled();
    side.jdbc()
        .update(
            "update read.patient_v1 set position = position - 2 where patient_id = ?",
            late.value());
    assertThat(found(name)).hasSize(3).contains(late);
    side.replay("patients");
  }

  @Test
  void oneThatCannotBeReadHidesNobodyElse() throws Exception {
    PatientId patient = registered("Grace " + name);
    PatientId spoilt = registered("Spoilt " + name);
    String sealed =
        side.jdbc()
            .queryForObject(
                "select profile from read.patient_v1 where patient_id = ?",
                String.class,
                spoilt.value());
    side.jdbc()
        .update(
            "update read.patient_v1 set profile = 'p1.x', position = position + 1"
                + " where patient_id = ?",
            spoilt.value());
    assertThat(found(name)).containsExactly(patient);
    index.compare();
    assertThat(found(name)).containsExactly(patient);
    side.jdbc()
        .update(
            "update read.patient_v1 set profile = ? where patient_id = ?", sealed, spoilt.value());
    index.compare();
    assertThat(found(name)).as("as it can be read again").contains(spoilt);
    side.replay("patients");
  }

  @Test
  void searchesGoOnWhileManyAreTakenIn() throws Exception {
    PatientId patient = registered("Grace " + name);
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      index.compare();
      assertThat(found(name)).containsExactly(patient);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }
}
