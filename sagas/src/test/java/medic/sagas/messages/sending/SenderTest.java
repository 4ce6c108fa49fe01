package medic.sagas.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.TestSealing;
import medic.sagas.messages.sending.History.Person;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose way is not smooth. */
@Tag("server")
class SenderTest {

  private static final NotificationId ID = new NotificationId(new UUID(1, 1));

  private final History history = new History(1);
  private final Person patient = history.people.values().iterator().next();

  @AfterEach
  void reviveEverybody() {
    TestSealing.ERASED.clear();
    TestSealing.LOST.clear();
  }

  @Test
  void triesAgainAtGrowingIntervalsAndThenGivesUp() {
    history.mail.down = true;
    book();
    List<Duration> pauses = new ArrayList<>();
    Instant before = history.time.now();
    while (message().isQueued()) {
      Instant due = message().dueAt();
      history.time.set(due);
      history.run();
      pauses.add(Duration.between(before, due));
      before = due;
    }

    assertThat(message().state()).isEqualTo(NotificationState.FAILED);
    assertThat(message().errorReason()).isEqualTo("DOWN");
    assertThat(message().attempts()).isEqualTo(DeliveryBackoff.MAX_ATTEMPTS);
    assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
    assertThat(pauses).isSorted();
    assertThat(pauses.get(pauses.size() - 1))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(72));
    assertThat(history.record.of(message().id())).isEqualTo(NotificationState.FAILED);
  }

  @Test
  void sendsAgainWhatWasGivenUpUnderAnotherKey() {
    history.mail.refusing = true;
    book();
    history.run();
    assertThat(message().state()).isEqualTo(NotificationState.FAILED);
    history.mail.refusing = false;

    history.process.deadLetters.retry(message().id().value(), MetaData.emptyInstance());
    history.run();

    assertThat(message().state()).isEqualTo(NotificationState.SENT);
    assertThat(history.mail.taken).containsOnlyKeys(message().id().value() + ".1");
    assertThat(history.record.of(message().id())).isEqualTo(NotificationState.SENT);
  }

  @Test
  void writesToNobodyWhoWasErased() {
    book();
    TestSealing.ERASED.add(patient.id.value());
    history.run();

    assertThat(message().state()).isEqualTo(NotificationState.WITHDRAWN);
    assertThat(message().errorReason()).isEqualTo("erased");
    assertThat(history.mail.taken).isEmpty();
  }

  @Test
  void letsALostKeyStopNobodyElse() {
    book();
    TestSealing.LOST.add(patient.id.value());
    history.run();
    Person other = List.copyOf(history.people.values()).get(1);
    history.book(other, Duration.ofDays(9), AppointmentStatus.CONFIRMED);
    history.book(patient, Duration.ofDays(8), AppointmentStatus.CONFIRMED);
    history.handleAll();
    history.run();

    List<OutboxMessage> messages =
        history.process.table.page("template = 'booked'", Long.MAX_VALUE, 10);
    assertThat(messages)
        .extracting(OutboxMessage::state)
        .containsExactly(
            NotificationState.FAILED, NotificationState.SENT, NotificationState.FAILED);
    assertThat(messages.get(0).errorReason()).isEqualTo("UNKNOWN_PATIENT");

    TestSealing.LOST.clear();
    messages.forEach(
        m -> history.process.deadLetters.retry(m.id().value(), MetaData.emptyInstance()));
    history.run();
    assertThat(history.process.table.page("state = 'SENT'", Long.MAX_VALUE, 10)).hasSize(3);
  }

  @Test
  void waitsAsLongAsTheProviderAsks() {
    Duration asked = Duration.ofMinutes(20);
    assertThat(DeliveryBackoff.after(1, ID, Optional.of(asked))).isEqualTo(asked);
    assertThat(DeliveryBackoff.after(9, ID, Optional.of(asked))).isGreaterThan(asked);
  }

  @Test
  void believesAReportThatComesBeforeTheProvidersOwnAnswer() {
    history.mail.onTaken = letter -> history.process.deliveries.delivered(letter.id());
    book();
    history.run();

    assertThat(message().state()).isEqualTo(NotificationState.DELIVERED);
    assertThat(message().sentAt()).isNotNull();
    assertThat(history.record.of(message().id())).isEqualTo(NotificationState.DELIVERED);
  }

  @Test
  void storesNoWordOfThePatientInTheClear() {
    book();
    history.run();

    for (String table :
        List.of(
            "notification", "contact_patient", "notified_visit", "saga_entry", "scheduled_tasks")) {
      List<String> rows =
          history.jdbc.queryForList("select t::text from work." + table + " t", String.class);
      List<String> binary =
          table.equals("saga_entry")
              ? history.jdbc.queryForList(
                  "select convert_from(serialized_saga, 'UTF8') from work.saga_entry", String.class)
              : List.of();
      assertThat(String.join("\n", rows) + String.join("\n", binary))
          .as(table)
          .doesNotContain("Grace")
          .doesNotContain("grace@example.org");
    }
  }

  @Test
  void tellsNobodyOfAnAbsenceThatIsCalledOffThoughThatWasNotHandledYet() {
    AppointmentId calledOff =
        history.away(history.book(patient, Duration.ofDays(9), AppointmentStatus.CONFIRMED));
    history.away(history.book(patient, Duration.ofDays(8), AppointmentStatus.CONFIRMED));
    history.handleAll();
    history.record.calledOff.add(calledOff);
    history.time.tick(NoticePolicy.TIME_TO_MEND);
    history.run();

    assertThat(history.process.table.page("template = 'doctor-away'", Long.MAX_VALUE, 10))
        .extracting(OutboxMessage::state, OutboxMessage::errorReason)
        .containsExactlyInAnyOrder(
            tuple(NotificationState.WITHDRAWN, "time_off_cancelled"),
            tuple(NotificationState.SENT, null));
  }

  private void book() {
    history.book(patient, Duration.ofDays(9), AppointmentStatus.CONFIRMED);
    history.handleAll();
  }

  private OutboxMessage message() {
    return history.process.table.page("template = 'booked'", Long.MAX_VALUE, 1).get(0);
  }
}
