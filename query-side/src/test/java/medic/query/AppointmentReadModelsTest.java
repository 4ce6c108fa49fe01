package medic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.Remark;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.HitVisitKept;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.http.ApiException;
import medic.http.Cursor;
import medic.personal.Personal;
import medic.query.agenda.AgendaView;
import medic.query.agenda.FindAgenda;
import medic.query.appointments.AppointmentView;
import medic.query.appointments.FindAppointment;
import medic.query.audit.timeline.FindTimeline;
import medic.query.audit.timeline.TimelineView;
import medic.query.bookings.BookingsView;
import medic.query.bookings.FindBookings;
import medic.query.bookings.When;
import medic.query.web.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("server")
class AppointmentReadModelsTest {

  private final QuerySide side = QuerySide.start();
  private final Practice practice = new Practice();
  private final AppointmentId visit = Practice.newAppointment();

  @BeforeEach
  void open() {
    side.happened(practice.opened());
  }

  @Test
  void showsAnAppointmentWithNames() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();

    AppointmentView view = appointment(null);

    assertThat(view.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(view.doctorName()).isEqualTo("Dr. Ada Heart");
    assertThat(view.patientName()).isEqualTo("Paula Patient");
    assertThat(view.roomName()).isEqualTo("Room 1");
    assertThat(view.reason()).isEqualTo("my heart");
    assertThat(view.erased()).isFalse();
  }

  @Test
  void changesARowOfTheSameBatchAndOfAnEarlierOne() throws Exception {
    side.happened(practice.appointmentBooked(visit, "2030-03-04T08:00:00Z"));
    side.happened(practice.moved(visit, "2030-03-04T08:00:00Z", "2030-03-04T09:30:00Z")).settled();
    assertThat(appointment(null).startsAt()).isEqualTo("2030-03-04T09:30:00Z");
    assertThat(appointment(null).roomId()).isNull();

    side.happened(practice.cancelled(visit)).settled();
    assertThat(appointment(null).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(appointment(null).rescheduleCount()).isEqualTo(1);
  }

  @Test
  void looksBackInTime() throws Exception {
    side.happened(practice.appointmentBooked(visit, "2030-03-04T08:00:00Z"));
    Thread.sleep(5);
    Instant between = Instant.now();
    Thread.sleep(5);
    side.happened(practice.cancelled(visit)).settled();

    assertThat(appointment(between).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(appointment(Instant.now().plusSeconds(1))).isEqualTo(appointment(null));
    assertThat(
            side.questions()
                .askForOne(
                    new FindAppointment(visit, between.minusSeconds(60)), AppointmentView.class))
        .isEmpty();
  }

  @Test
  void saysThatAPatientIsErased() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
    TestSealing.ERASED.add(practice.patient.value());

    assertThat(appointment(null).erased()).isTrue();
    assertThat(appointment(null).patientName()).isNull();
    assertThat(appointment(null).reason()).isNull();
  }

  @Test
  void keepsNoPersonalDataInClear() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z")).settled();
    for (String table :
        List.of(
            "appointment_v1", "booking_v1", "agenda_entry_v1", "timeline_entry_v2", "patient_v1")) {
      assertThat(side.rows("read." + table).toString())
          .doesNotContain("my heart")
          .doesNotContain("Paula");
    }
  }

  @Test
  void pagesThroughBookingsInBothDirections() throws Exception {
    for (int hour = 10; hour < 15; hour++) {
      side.happened(
          practice.appointmentBooked(Practice.newAppointment(), "2030-03-05T" + hour + ":00:00Z"));
      side.happened(
          practice.appointmentBooked(Practice.newAppointment(), "2030-03-01T" + hour + ":00:00Z"));
    }
    side.settled();
    for (When when : When.values()) {
      BookingsView first = bookings(when, 3, null);
      BookingsView second = bookings(when, 3, first.nextCursor());
      assertThat(first.items()).hasSize(3);
      assertThat(second.items()).hasSize(2);
      assertThat(second.nextCursor()).isNull();
      int order = when == When.UPCOMING ? 1 : -1;
      assertThat(
              second.items().get(0).startsAt().compareTo(first.items().get(2).startsAt()) * order)
          .isPositive();
    }
  }

  @Test
  void refusesACursorThatIsNotOurs() {
    assertThatThrownBy(() -> Cursor.decode("nonsense")).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> Cursor.decodeUuid(new Cursor(Instant.EPOCH, "x").encode()))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void showsAnAgendaInTheDoctorsZone() throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T23:30:00Z")).settled();

    assertThat(agenda("2030-03-04", "2030-03-04").entries()).isEmpty();
    assertThat(agenda("2030-03-05", "2030-03-05").entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.patientName()).isEqualTo("Paula Patient"));
  }

  @Test
  void refusesAgendasOfUnknownDoctorsAndOverlongRanges() throws Exception {
    side.settled();
    assertThatThrownBy(
            () ->
                side.questions()
                    .ask(
                        new FindAgenda(
                            new DoctorId(UUID.randomUUID()), TimeRange.parse(null, null)),
                        AgendaView.class))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    for (UUID noDoctor :
        List.of(practice.room.value(), practice.location.value(), practice.type.value())) {
      assertThatThrownBy(
              () ->
                  side.questions()
                      .ask(
                          new FindAgenda(new DoctorId(noDoctor), TimeRange.parse(null, null)),
                          AgendaView.class))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    }
    assertThatThrownBy(() -> agenda("2030-01-01", "2031-01-01"))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("RANGE_TOO_LONG"));
  }

  @Test
  void asksTheSameNumberOfStatementsWhateverTheResult() throws Exception {
    side.settled();
    int empty = QuerySide.statements(() -> agenda("2030-03-05", "2030-03-05"));
    for (int i = 10; i < 20; i++) {
      side.happened(practice.booked(Practice.newAppointment(), "2030-03-05T" + i + ":00:00Z"));
    }
    side.happened(practice.booked(visit, "2030-03-05T20:00:00Z")).settled();

    assertThat(QuerySide.statements(() -> agenda("2030-03-05", "2030-03-05"))).isEqualTo(empty);
    assertThat(empty).isEqualTo(2);
    assertThat(QuerySide.statements(() -> bookings(When.UPCOMING, 50, null))).isEqualTo(1);
    assertThat(QuerySide.statements(() -> appointment(null))).isEqualTo(1);
    assertThat(QuerySide.statements(this::timeline)).isEqualTo(1);
  }

  @Test
  void tellsAMoveWithBeforeAndAfter() throws Exception {
    side.happenedBy(
        Map.of("actorType", "patient", "actorId", "p", "channel", "patient_portal"),
        practice.appointmentBooked(visit, "2030-03-04T08:00:00Z"),
        practice.moved(visit, "2030-03-04T08:00:00Z", "2030-03-04T09:30:00Z"));
    side.settled();

    List<TimelineView.Entry> entries = timeline().entries();

    assertThat(entries)
        .extracting(TimelineView.Entry::action)
        .containsExactly("booked", "rescheduled");
    TimelineView.Entry move = entries.get(1);
    assertThat(move.actorType()).isEqualTo("patient");
    assertThat(move.reason()).isEqualTo("too early");
    assertThat(move.metadata().at("/before/startsAt").asString()).startsWith("2030-03-04T08:00");
    assertThat(move.metadata().at("/after/startsAt").asString()).startsWith("2030-03-04T09:30");
  }

  @ParameterizedTest
  @CsvSource({
    "appointments, appointment_v1",
    "bookings, booking_v1",
    "agenda, agenda_entry_v1",
    "timeline, timeline_entry_v2",
    "names, name_v1"
  })
  void replaysToTheSameRows(String group, String table) throws Exception {
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z"));
    side.happened(practice.moved(visit, "2030-03-04T08:00:00Z", "2030-03-04T09:30:00Z"));
    side.happened(practice.cancelled(visit)).settled();
    List<Map<String, Object>> once = side.rows("read." + table);
    side.replay(group);
    assertThat(side.rows("read." + table)).isEqualTo(once).isNotEmpty();
    side.replay(group);
    assertThat(side.rows("read." + table)).isEqualTo(once);
  }

  private AppointmentView appointment(Instant asOf) {
    return side.questions()
        .askForOne(new FindAppointment(visit, asOf), AppointmentView.class)
        .orElseThrow();
  }

  private BookingsView bookings(When when, int limit, String cursor) {
    return side.questions()
        .ask(
            new FindBookings(
                practice.patient, when, EnumSet.allOf(AppointmentStatus.class), limit, cursor),
            BookingsView.class);
  }

  private AgendaView agenda(String from, String to) {
    return side.questions()
        .ask(new FindAgenda(practice.doctor, TimeRange.parse(from, to)), AgendaView.class);
  }

  /** Sealed with its patient's key; older events have it in the clear. */
  @Test
  void tellsWhyAnAppointmentWasKeptAsOlderEventsHaveItToo() throws Exception {
    Personal<Remark> remark = Personal.of(practice.patient.value(), new Remark("She flew in"));
    side.happened(practice.booked(visit, "2030-03-04T08:00:00Z"))
        .happened(new HitVisitKept(practice.doctor, visit, "I come in", null))
        .happened(new HitVisitKept(practice.doctor, visit, null, remark))
        .settled();

    assertThat(timeline().entries())
        .extracting(TimelineView.Entry::reason)
        .endsWith("I come in", "She flew in");
  }

  private TimelineView timeline() {
    return side.questions().askForOne(new FindTimeline(visit), TimelineView.class).orElseThrow();
  }
}
