package medic.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentMissed;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.LocationAdded;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.patient.PatientProfileRevised;
import medic.personal.Personal;
import medic.query.analytics.AnalyticsView;
import medic.query.analytics.FindAnalytics;
import medic.query.directory.DirectoryView;
import medic.query.directory.FindDoctors;
import medic.query.patients.FindPatient;
import medic.query.patients.PatientView;
import medic.query.personal.SealedData;
import medic.query.schedule.FindSchedule;
import medic.query.schedule.ScheduleView;
import medic.query.web.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("server")
class SetupReadModelsTest {

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();

  @BeforeEach
  void open() throws Exception {
    side.happened(practice.opened()).settled();
  }

  @Test
  void findsDoctorsBySpecialtyCityAndText() {
    assertThat(doctors(practice.specialty, "BERLIN", "heart").items())
        .singleElement()
        .satisfies(
            doctor -> {
              assertThat(doctor.locations()).hasSize(1);
              assertThat(doctor.appointmentTypes()).hasSize(1);
            });
    assertThat(doctors(practice.specialty, "Paris", null).items()).isEmpty();
    assertThat(doctors(practice.specialty, null, "100%").items()).isEmpty();
  }

  @Test
  void pagesTheDirectoryInThreeStatements() throws Exception {
    for (int i = 0; i < 4; i++) {
      side.happened(new Practice(practice.specialty).opened());
    }
    side.settled();
    assertThat(QuerySide.statements(() -> doctors(practice.specialty, null, null))).isEqualTo(3);
    DirectoryView first = page(3, null);
    DirectoryView second = page(3, first.nextCursor());
    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void hidesWithdrawnTypesFromTheDirectoryButNotFromTheConsole() throws Exception {
    side.happened(new AppointmentTypeWithdrawn(practice.doctor, practice.type)).settled();
    assertThat(doctors(practice.specialty, null, null).items().get(0).appointmentTypes()).isEmpty();
    assertThat(schedule().appointmentTypes())
        .singleElement()
        .satisfies(type -> assertThat(type.withdrawn()).isTrue());
  }

  @Test
  void showsAScheduleAsItStood() throws Exception {
    ScheduleView before = schedule();
    Instant then = Instant.now();
    awaitLater(then);
    side.happened(new AppointmentTypeWithdrawn(practice.doctor, practice.type)).settled();

    assertThat(schedule()).isNotEqualTo(before);
    assertThat(scheduleAt(then)).contains(before);
    assertThat(scheduleAt(Instant.now().plusSeconds(1))).contains(schedule());
    assertThat(scheduleAt(Instant.EPOCH)).isEmpty();
  }

  private static void awaitLater(Instant then) {
    while (!Instant.now().isAfter(then)) {
      Thread.onSpinWait();
    }
  }

  private Optional<ScheduleView> scheduleAt(Instant time) {
    return side.questions().askForOne(new FindSchedule(practice.doctor, time), ScheduleView.class);
  }

  @Test
  void keepsOnePrimaryLocation() throws Exception {
    side.happened(
            new LocationAdded(
                practice.doctor,
                new LocationId(UUID.randomUUID()),
                "New",
                null,
                "Bonn",
                null,
                Practice.BERLIN,
                null,
                null,
                true))
        .settled();
    assertThat(schedule().locations().stream().filter(l -> l.location().primary())).hasSize(1);
    assertThat(
            doctors(practice.specialty, null, null).items().get(0).locations().stream()
                .filter(DirectoryView.Place::primary))
        .singleElement()
        .satisfies(place -> assertThat(place.name()).isEqualTo("New"));
  }

  @Test
  void showsAScheduleFlat() throws Exception {
    var json = side.bean(SealedData.class).json();
    var tree = json.readTree(json.writeValueAsString(schedule()));
    assertThat(tree.at("/templates/0/workStart").asString()).startsWith("09:00");
    assertThat(tree.at("/rooms/0/name").asString()).isEqualTo("Room 1");
    assertThat(tree.at("/appointmentTypes/0/slug").asString()).isEqualTo("checkup");
  }

  @Test
  void showsAProfileToThoseWhoMayReadIt() throws Exception {
    DoctorId stranger = new DoctorId(UUID.randomUUID());
    side.happened(
        new PatientProfileRevised(
            practice.patient,
            Personal.of(practice.patient.value(), Practice.profile("Paula New"))));
    side.happened(practice.booked(Practice.newAppointment(), "2030-03-04T08:00:00Z")).settled();
    assertThat(patient(null).fullName()).isEqualTo("Paula New");
    assertThat(patient(practice.doctor).phone()).isEqualTo("+491");
    assertThat(
            side.questions()
                .askForOne(new FindPatient(practice.patient, stranger), PatientView.class))
        .isEmpty();
    TestSealing.ERASED.add(practice.patient.value());
    assertThat(patient(null).erased()).isTrue();
    assertThat(patient(null).fullName()).isNull();
  }

  @Test
  void drawsTheNumbers() throws Exception {
    AppointmentId done = Practice.newAppointment();
    AppointmentId missed = Practice.newAppointment();
    AppointmentId off = Practice.newAppointment();
    side.happened(practice.booked(done, "2030-03-04T08:00:00Z"));
    side.happened(practice.booked(missed, "2030-03-04T08:30:00Z"));
    side.happened(practice.booked(off, "2030-03-04T09:30:00Z"));
    side.happened(practice.cancelled(off));
    side.happened(
            new AppointmentCompleted(done, practice.doctor, practice.patient, null),
            new AppointmentMissed(missed, practice.doctor, practice.patient, null))
        .settled();

    AnalyticsView numbers = analytics();

    assertThat(numbers.byStatus())
        .isEqualTo(Map.of("completed", 1L, "no_show", 1L, "cancelled", 1L));
    assertThat(numbers.noShowRate()).isEqualTo(0.5);
    assertThat(numbers.bookedMinutes()).isEqualTo(60);
    assertThat(numbers.offeredMinutes()).isEqualTo(150);
    assertThat(numbers.utilisation()).isEqualTo(0.4);
    assertThat(numbers.revenue()).containsExactly(new AnalyticsView.Revenue("EUR", 5000));
    assertThat(numbers.newPatients()).isEqualTo(1);
    assertThat(numbers.byType().get(0).name()).isEqualTo("Check-up");
    assertThat(QuerySide.statements(this::analytics)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "directory, directory_doctor", "directory, directory_location", "directory, directory_type",
    "patients, patient", "schedule, schedule", "analytics, analytics_visit"
  })
  void replaysToTheSameRows(String group, String table) throws Exception {
    side.happened(practice.template(DayOfWeek.FRIDAY));
    side.happened(practice.booked(Practice.newAppointment(), "2030-03-04T08:00:00Z")).settled();
    List<Map<String, Object>> once = side.rows("read." + table + "_v1");
    side.replay(group);
    assertThat(side.rows("read." + table + "_v1")).isEqualTo(once).isNotEmpty();
    side.replay(group);
    assertThat(side.rows("read." + table + "_v1")).isEqualTo(once);
  }

  private DirectoryView doctors(String specialty, String city, String text) {
    return side.questions()
        .ask(new FindDoctors(specialty, city, text, 50, null), DirectoryView.class);
  }

  private DirectoryView page(int limit, String cursor) {
    return side.questions()
        .ask(new FindDoctors(practice.specialty, null, null, limit, cursor), DirectoryView.class);
  }

  private ScheduleView schedule() {
    return side.questions()
        .askForOne(new FindSchedule(practice.doctor, null), ScheduleView.class)
        .orElseThrow();
  }

  private PatientView patient(DoctorId asked) {
    return side.questions()
        .askForOne(new FindPatient(practice.patient, asked), PatientView.class)
        .orElseThrow();
  }

  private AnalyticsView analytics() {
    return side.questions()
        .ask(
            new FindAnalytics(practice.doctor, TimeRange.parse("2030-03-04", "2030-03-04")),
            AnalyticsView.class);
  }
}
