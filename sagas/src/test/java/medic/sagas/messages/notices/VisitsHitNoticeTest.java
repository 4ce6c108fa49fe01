package medic.sagas.messages.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.VisitsRelieved;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.sending.History;
import medic.sagas.messages.sending.History.Booked;
import medic.sagas.messages.sending.History.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who hears of taken time, whatever took it. */
@Tag("server")
class VisitsHitNoticeTest {

  private final History history = new History(1);
  private final Person patient = history.people.values().iterator().next();
  private final Booked visit =
      history.book(patient, Duration.ofDays(9), AppointmentStatus.CONFIRMED);

  private void hit(HitKind kind, boolean already) {
    history.hit(visit, kind, "00000000-0000-0008-0000-000000000001", already);
    history.handleAll();
  }

  private List<OutboxMessage> of(String template) {
    return history.process.table.page("template = '" + template + "'", Long.MAX_VALUE, 10);
  }

  private static String forPatient(HitKind kind) {
    return kind == HitKind.TIME_OFF ? "doctor-away" : "time-taken";
  }

  private void passTheHour() {
    history.time.tick(NoticePolicy.TIME_TO_MEND);
    history.run();
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void theDoctorHearsAtOnceAndThePatientAfterAnHour(HitKind kind) {
    hit(kind, false);
    assertThat(of(kind == HitKind.TIME_OFF ? "visits-hit" : "visits-in-taken-time")).isNotEmpty();
    assertThat(of(forPatient(kind)))
        .extracting(OutboxMessage::state)
        .containsExactly(NotificationState.QUEUED);
    passTheHour();
    assertThat(of(forPatient(kind)))
        .extracting(OutboxMessage::state)
        .containsExactly(NotificationState.SENT);
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void aPatientWhoIsToBeToldAlreadyIsNotToldTwice(HitKind kind) {
    hit(kind, false);
    hit(HitKind.EXTERNAL_BUSY, true);
    assertThat(of("doctor-away").size() + of("time-taken").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void nobodyHearsOfAVisitThatIsKept(HitKind kind) {
    hit(kind, false);
    history.sayOfDoctor(new HitVisitKept(History.DOCTOR, visit.id, null, null));
    history.handleAll();
    passTheHour();
    assertThat(of(forPatient(kind)))
        .extracting(OutboxMessage::state, OutboxMessage::errorReason)
        .containsExactly(tuple(NotificationState.WITHDRAWN, "kept"));
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void nobodyHearsOfWhatIsTakenBackAndOfTheNextAgain(HitKind kind) {
    hit(kind, false);
    history.sayOfDoctor(new VisitsRelieved(History.DOCTOR, List.of(visit.id)));
    history.handleAll();
    assertThat(of(forPatient(kind)))
        .extracting(OutboxMessage::state, OutboxMessage::errorReason)
        .containsExactly(
            tuple(
                NotificationState.WITHDRAWN,
                kind == HitKind.TIME_OFF ? "time_off_cancelled" : "taken_back"));
    hit(kind, false);
    passTheHour();
    assertThat(of(forPatient(kind)))
        .extracting(OutboxMessage::state)
        .containsExactlyInAnyOrder(NotificationState.WITHDRAWN, NotificationState.SENT);
  }

  @Test
  void nothingIsToldOfAVisitThatIsCancelled() {
    Booked other = history.book(patient, Duration.ofDays(8), AppointmentStatus.CANCELLED);
    history.hit(other, HitKind.BLOCK, "b", false);
    history.handleAll();
    assertThat(of("time-taken")).isEmpty();
  }
}
