package medic.sagas.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisitKept;
import medic.events.id.DoctorId;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import medic.sagas.messages.calls.Calls;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Template;
import medic.sagas.messages.outbox.TestSealing;
import medic.sagas.messages.sending.History.Booked;
import medic.sagas.messages.sending.History.Person;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom staff have to telephone, and until when. */
@Tag("server")
class StaffCallsTest {

  private final History history = new History(1);
  private final Person patient = history.people.values().iterator().next();
  private final Booked visit =
      history.book(patient, Duration.ofDays(9), AppointmentStatus.CONFIRMED);

  @AfterEach
  void reviveEverybody() {
    TestSealing.ERASED.clear();
  }

  private void pass() {
    history.handleAll();
    history.run();
  }

  private List<OutboxMessage> open() {
    return open(History.DOCTOR);
  }

  /** The mail about the cancelled visit, refused before, is sent again and taken. */
  private OutboxMessage sentAgain() {
    history.mail.refusing = false;
    OutboxMessage dead =
        history
            .process
            .table
            .page("template = 'cancelled' and channel = 'EMAIL'", Long.MAX_VALUE, 1)
            .get(0);
    history.process.deadLetters.retry(dead.id().value(), MetaData.emptyInstance());
    history.run();
    return dead;
  }

  /** One by one, as pages that begin behind each other. */
  private List<OutboxMessage> open(@Nullable DoctorId doctor) {
    List<OutboxMessage> all = new ArrayList<>();
    CallCursor behind = CallCursor.decode(null);
    List<OutboxMessage> page = history.process.calls.page(doctor, behind, 1);
    while (!page.isEmpty()) {
      all.addAll(page);
      behind = CallCursor.decode(CallCursor.behind(page.get(0)).encode());
      page = history.process.calls.page(doctor, behind, 1);
    }
    return all;
  }

  private List<OutboxMessage> calls() {
    return history.process.table.page("channel = 'CALL'", Long.MAX_VALUE, 10);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActorType.class,
      names = {"DOCTOR", "ADMIN", "SYSTEM"})
  void whoTakesNoMessagesIsTelephonedWhenThePracticeCancels(ActorType actor) {
    history.optOut(patient);
    history.cancel(visit, actor);
    pass();
    assertThat(open())
        .extracting(
            OutboxMessage::template, OutboxMessage::appointmentId, OutboxMessage::errorReason)
        .containsExactly(tuple(Template.CANCELLED, visit.id, "opted_out"));
    assertThat(open(null)).hasSize(1);
    assertThat(open(new DoctorId(new UUID(7, 9)))).isEmpty();
  }

  @Test
  void staffAreToldByMailOnce() {
    history.optOut(patient);
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    history.time.tick(Duration.ofMinutes(2));
    history.run();
    history.run();
    assertThat(history.process.table.page("template = 'call-wanted'", Long.MAX_VALUE, 10))
        .extracting(OutboxMessage::recipient, OutboxMessage::state)
        .containsExactly(tuple(NotificationRecipient.PRACTICE, NotificationState.SENT));
    assertThat(history.mail.taken.values())
        .filteredOn(letter -> letter.to().equals("staff@practice.example"))
        .extracting(RenderedMessage::text)
        .singleElement()
        .asString()
        .contains("Grace Patient", "Dr. Ada")
        .doesNotContain("{{");
  }

  @Test
  void nobodyIsTelephonedOfWhatThePatientDid() {
    history.optOut(patient);
    history.move(visit, Duration.ofHours(3), ActorType.PATIENT);
    pass();
    history.cancel(visit, ActorType.PATIENT);
    pass();
    assertThat(calls()).isEmpty();
  }

  @Test
  void nobodyIsTelephonedWhomAMessageReached() {
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    assertThat(calls()).isEmpty();
  }

  @Test
  void aReminderIsNoReasonToTelephone() {
    history.optOut(patient);
    pass();
    history.time.tick(Duration.ofDays(8));
    history.run();
    assertThat(calls()).isEmpty();
  }

  @Test
  void whoseMailIsRefusedIsTelephonedUntilItGetsThrough() {
    history.mail.refusing = true;
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    assertThat(open()).extracting(OutboxMessage::errorReason).containsExactly("REFUSED");
    var unused = sentAgain();
    assertThat(open()).isEmpty();
    assertThat(calls())
        .extracting(OutboxMessage::state, OutboxMessage::errorReason)
        .containsExactly(tuple(NotificationState.WITHDRAWN, "reached"));
  }

  @Test
  void aMessageReportedAsUndeliveredLeadsToACall() {
    history.cancel(visit, ActorType.ADMIN);
    pass();
    OutboxMessage sent =
        history.process.table.page("template = 'cancelled'", Long.MAX_VALUE, 1).get(0);
    history.process.deliveries.undelivered(sent.id(), "550");
    history.process.deliveries.undelivered(sent.id(), "550");
    assertThat(open()).extracting(OutboxMessage::errorReason).containsExactly("550");
  }

  @Test
  void whomAMessageReachedAndThenDidNotIsTelephonedAgain() {
    history.mail.refusing = true;
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    OutboxMessage dead = sentAgain();
    assertThat(open()).isEmpty();
    history.process.deliveries.undelivered(dead.id(), "550");
    history.process.deliveries.undelivered(dead.id(), "550");
    assertThat(open()).extracting(OutboxMessage::errorReason).containsExactly("550");
  }

  @Test
  void staffAreToldThoughWeWereKilledBeforeTheirMailWasQueued() {
    history.optOut(patient);
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    history.jdbc.update("delete from work.notification where template = 'call-wanted'");
    history.jdbc.update(
        "update work.notification set recorded = null where template = 'cancelled'");
    history.time.tick(Duration.ofMinutes(2));
    history.run();
    assertThat(history.process.table.page("template = 'call-wanted'", Long.MAX_VALUE, 10))
        .hasSize(1);
    assertThat(open()).hasSize(1);
  }

  @Test
  void thoseComeFirstWhosePatientWouldComeFirst() {
    Booked soon = history.book(patient, Duration.ofDays(2), AppointmentStatus.CONFIRMED);
    history.optOut(patient);
    history.cancel(visit, ActorType.DOCTOR);
    history.move(soon, Duration.ofDays(20), ActorType.DOCTOR);
    pass();
    assertThat(open()).extracting(OutboxMessage::appointmentId).containsExactly(soon.id, visit.id);
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void howToJoinTakesNothingBackThatIsToBeTold(HitKind kind) {
    history.move(visit, Duration.ofHours(1), ActorType.DOCTOR);
    history.optOut(patient);
    pass();
    history.hit(visit, kind, "00000000-0000-0008-0000-000000000001", false);
    history.link(visit);
    pass();
    history.link(visit);
    pass();
    history.time.tick(NoticePolicy.TIME_TO_MEND);
    history.run();
    assertThat(open())
        .extracting(OutboxMessage::template)
        .containsExactlyInAnyOrder(
            Template.RESCHEDULED,
            Template.JOIN_LINK,
            Template.JOIN_LINK,
            kind == HitKind.TIME_OFF ? Template.DOCTOR_AWAY : Template.TIME_TAKEN);
  }

  @Test
  void theNewestChangeIsToTell() {
    history.optOut(patient);
    history.move(visit, Duration.ofHours(3), ActorType.DOCTOR);
    pass();
    history.move(visit, Duration.ofHours(2), ActorType.DOCTOR);
    pass();
    assertThat(open()).extracting(OutboxMessage::revision).containsExactly(visit.revision);
    assertThat(calls())
        .extracting(OutboxMessage::state)
        .containsExactlyInAnyOrder(NotificationState.QUEUED, NotificationState.WITHDRAWN);
  }

  @Test
  void onceTheVisitWouldHaveBegunThereIsNothingToTell() {
    history.optOut(patient);
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    history.time.set(visit.startsAt.plusSeconds(1));
    assertThat(open()).isEmpty();
    history.time.tick(Duration.ofMinutes(2));
    history.settle();
    assertThat(calls())
        .extracting(OutboxMessage::state, OutboxMessage::errorReason)
        .containsExactly(tuple(NotificationState.WITHDRAWN, "too_late"));
  }

  @ParameterizedTest
  @EnumSource(HitKind.class)
  void whoseTimeIsTakenIsTelephonedUnlessTheVisitIsKept(HitKind kind) {
    history.optOut(patient);
    history.hit(visit, kind, "00000000-0000-0008-0000-000000000001", false);
    pass();
    assertThat(open()).isEmpty();
    history.time.tick(NoticePolicy.TIME_TO_MEND);
    history.run();
    assertThat(open()).hasSize(1);
    history.sayOfDoctor(new HitVisitKept(History.DOCTOR, visit.id, null, null));
    pass();
    assertThat(open()).isEmpty();
  }

  @Test
  void nobodyTelephonesWhoIsErased() {
    TestSealing.ERASED.add(patient.id.value());
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    assertThat(calls()).isEmpty();
  }

  @Test
  void aCallIsEndedOnRecordAndAGivenUpOneCanBeTakenUpAgain() {
    history.optOut(patient);
    history.cancel(visit, ActorType.DOCTOR);
    pass();
    Calls calls = history.process.staff;
    OutboxMessage call = open().get(0);
    calls.end(History.DOCTOR, call.id(), CallOutcome.GIVEN_UP, MetaData.emptyInstance());
    assertThat(open()).isEmpty();
    assertThat(history.record.of(call.id())).isEqualTo(NotificationState.FAILED);
    history.process.deadLetters.retry(call.id().value(), MetaData.emptyInstance());
    history.run();
    assertThat(open()).hasSize(1);
    calls.end(History.DOCTOR, call.id(), CallOutcome.TOLD, MetaData.emptyInstance());
    calls.end(History.DOCTOR, call.id(), CallOutcome.TOLD, MetaData.emptyInstance());
    assertThat(open()).isEmpty();
    assertThat(history.record.of(call.id())).isEqualTo(NotificationState.DELIVERED);
    assertThat(calls())
        .extracting(OutboxMessage::state)
        .containsExactly(NotificationState.DELIVERED);
  }
}
