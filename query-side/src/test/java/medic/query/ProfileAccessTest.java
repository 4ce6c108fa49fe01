package medic.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.patient.EmergencyAccessTaken;
import medic.personal.Personal;
import medic.query.patients.FindPatient;
import medic.query.patients.PatientView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A profile is open to those who treat the patient, and for as long. */
@Tag("server")
class ProfileAccessTest {

  private static final String VISIT = "2030-03-04T08:00:00Z";

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();
  private final DoctorId stranger = new DoctorId(UUID.randomUUID());

  @BeforeEach
  void open() throws Exception {
    side.at(Instant.parse("2030-03-01T08:00:00Z"));
    side.happened(practice.opened()).settled();
  }

  @Test
  void isShutBeforeAnyVisit() {
    assertThat(isOpenTo(practice.doctor)).isFalse();
  }

  @Test
  void isOpenFromTheBookingUntilAYearAfterTheVisit() throws Exception {
    side.happened(practice.booked(Practice.newAppointment(), VISIT)).settled();

    assertThat(isOpenTo(practice.doctor)).isTrue();
    assertThat(isOpenTo(stranger)).isFalse();
    side.at(Instant.parse("2031-03-04T08:00:00Z"));
    assertThat(isOpenTo(practice.doctor)).isTrue();
    side.at(Instant.parse("2031-03-04T09:00:00Z"));
    assertThat(isOpenTo(practice.doctor)).isFalse();
  }

  @Test
  void isShutAgainByWhoCallsOff() throws Exception {
    AppointmentId visit = Practice.newAppointment();
    side.happened(practice.booked(visit, VISIT)).settled();
    side.happened(practice.cancelled(visit)).settled();

    assertThat(isOpenTo(practice.doctor)).isFalse();
  }

  @Test
  void isOpenInAnEmergencyToTheOneWhoTookItAndForAsLong() throws Exception {
    side.happened(
            new EmergencyAccessTaken(
                practice.patient,
                stranger,
                Personal.of(practice.patient.value(), new Remark("Unconscious")),
                Instant.parse("2030-03-01T09:00:00Z")))
        .settled();

    assertThat(isOpenTo(stranger)).isTrue();
    assertThat(isOpenTo(practice.doctor)).isFalse();
    side.at(Instant.parse("2030-03-01T09:00:00Z"));
    assertThat(isOpenTo(stranger)).isFalse();
  }

  private boolean isOpenTo(DoctorId doctor) {
    return side.questions()
        .askForOne(new FindPatient(practice.patient, doctor), PatientView.class)
        .isPresent();
  }
}
