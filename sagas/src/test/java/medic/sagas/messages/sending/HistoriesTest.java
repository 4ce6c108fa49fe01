package medic.sagas.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import medic.sagas.messages.composing.RenderedMessage;
import medic.sagas.messages.contacts.QuietHours;
import medic.sagas.messages.outbox.NotifiedAppointment;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Template;
import medic.sagas.messages.sending.History.Booked;
import medic.sagas.messages.sending.History.Person;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random histories, each from its printed seed: no message is lost, none goes out twice, nobody is
 * reminded of a visit that is off, and what is on record is what happened. {@code
 * -Dmedic.histories=1000} runs more, {@code -Dmedic.histories.seed=} begins elsewhere.
 */
@Tag("server")
class HistoriesTest {

  private static final int HISTORIES = Integer.getInteger("medic.histories", 12);
  private static final long SEED = Long.getLong("medic.histories.seed", 20261124L);
  private static final int STEPS = 60;
  private static final int ROUNDS_OF_MENDING = 5;
  private static final MetaData ADMIN = MetaData.emptyInstance();

  /** Messages that are still wanted at the end, and reach the patient whatever happened. */
  private static final Set<NotificationState> WENT_OUT =
      Set.of(NotificationState.SENT, NotificationState.DELIVERED);

  private int sent;
  private int kills;
  private int repeats;

  @Test
  void loseNothingAndRepeatNothing() {
    for (int i = 0; i < HISTORIES; i++) {
      live(SEED + i);
    }
    System.out.printf(
        "histories %d from seed %d: %d messages, %d kills, %d repeats under a known key%n",
        HISTORIES, SEED, sent, kills, repeats);
    assertThat(sent).isGreaterThan(HISTORIES);
    assertThat(kills).isPositive();
  }

  private void live(long seed) {
    History history = new History(seed);
    // Whoever calls a provider may catch what it throws: what is wrong is kept for the end.
    List<AssertionError> unwanted = new ArrayList<>();
    history.mail.onTaken =
        letter -> {
          try {
            verifyWanted(history, letter, seed);
          } catch (AssertionError wrong) {
            unwanted.add(wrong);
          }
        };
    for (int step = 0; step < STEPS; step++) {
      history.step();
    }
    history.handleAll();
    Instant quietSince = history.time.now();
    history.settle();
    mendDeadLetters(history);
    assertThat(unwanted).isEmpty();
    List<OutboxMessage> messages = history.process.table.page("true", Long.MAX_VALUE, 10_000);
    verifyEnds(history, messages, seed);
    verifyNothingLost(history, messages, seed);
    verifyReminders(history, messages, quietSince, seed);
    verifyNothingTwice(history, messages, seed);
    sent += history.mail.taken.size();
    kills += history.chaos.kills();
    repeats += history.mail.repeated.size();
  }

  /** At the very moment in which the provider takes a letter. */
  private static void verifyWanted(History history, RenderedMessage letter, long seed) {
    OutboxMessage message = history.process.table.find(letter.id()).orElseThrow();
    if (message.recipient() != NotificationRecipient.PATIENT || message.appointmentId() == null) {
      return;
    }
    String told = "seed " + seed + ": " + message + " at " + history.time.now();
    DomainEventMessage<?> last = history.handled.get(message.appointmentId());
    assertThat((long) message.revision()).as(told).isEqualTo(last.getSequenceNumber());
    assertThat(history.process.contacts.mayReach(message.patientId(), message.channel()))
        .as(told)
        .isTrue();
    if (message.template() == Template.REMINDER) {
      NotifiedAppointment visit =
          history.process.visits.find(message.appointmentId()).orElseThrow();
      ZoneId zone = history.people.get(message.patientId()).zone;
      Instant now = history.time.now();
      assertThat(visit.status()).as(told).isEqualTo(AppointmentStatus.CONFIRMED);
      assertThat(now).as(told).isBefore(visit.startsAt());
      boolean quietUntilTheVisit = !QuietHours.USUAL.later(now, zone).isBefore(visit.startsAt());
      assertThat(!QuietHours.USUAL.cover(now, zone) || quietUntilTheVisit).as(told).isTrue();
    }
  }

  private static void mendDeadLetters(History history) {
    for (int round = 0; round < ROUNDS_OF_MENDING; round++) {
      List<OutboxMessage> dead =
          history.process.table.page("state in ('FAILED', 'UNDELIVERED')", Long.MAX_VALUE, 200);
      dead.forEach(letter -> history.process.deadLetters.retry(letter.id().value(), ADMIN));
      history.settle();
    }
  }

  private static void verifyEnds(History history, List<OutboxMessage> messages, long seed) {
    for (OutboxMessage message : messages) {
      String told = "seed " + seed + ": " + message;
      assertThat(message.state()).as(told).isNotIn(NotificationState.QUEUED);
      assertThat(message.recorded()).as(told).isEqualTo(message.state());
      assertThat(history.record.of(message.id())).as(told).isEqualTo(message.state());
      if (WENT_OUT.contains(message.state())) {
        assertThat(history.mail.taken).as(told).containsKey(message.key());
      }
    }
  }

  private static void verifyNothingLost(History history, List<OutboxMessage> messages, long seed) {
    for (DomainEventMessage<?> event : history.log) {
      Template template = templateOf(event.getPayload());
      if (template == null) {
        continue;
      }
      AppointmentEvent of = (AppointmentEvent) event.getPayload();
      String told = "seed " + seed + ": " + template + " of " + event;
      OutboxMessage message =
          messages.stream()
              .filter(m -> of.appointmentId().equals(m.appointmentId()))
              .filter(m -> m.revision() == event.getSequenceNumber() && m.template() == template)
              .findFirst()
              .orElse(null);
      boolean news =
          Duration.between(event.getTimestamp(), history.handledAt.get(event.getIdentifier()))
                  .compareTo(Duration.ofDays(3))
              <= 0;
      if (news) {
        assertThat(message).as(told).isNotNull();
        assertThat(WENT_OUT.contains(message.state()) || mayBeWithdrawn(history, message))
            .as(told + " became " + message)
            .isTrue();
      }
    }
  }

  private static boolean mayBeWithdrawn(History history, OutboxMessage message) {
    Booked visit = history.visits.get(message.appointmentId());
    Person patient = history.people.get(visit.patient);
    return message.state() == NotificationState.WITHDRAWN
        && switch (String.valueOf(message.errorReason())) {
          case "superseded" -> visit.revision > message.revision();
          case "opted_out" -> patient.everRefused;
          case "too_late" -> !history.time.now().isBefore(startToldOf(message));
          default -> false;
        };
  }

  private static Instant startToldOf(OutboxMessage message) {
    return Instant.parse(message.payload().path("startsAt").stringValue());
  }

  private static Template templateOf(Object event) {
    if (event instanceof AppointmentBooked booked) {
      return booked.status() == AppointmentStatus.PENDING ? Template.REQUESTED : Template.BOOKED;
    } else if (event instanceof AppointmentConfirmed) {
      return Template.CONFIRMED;
    } else if (event instanceof AppointmentRescheduled) {
      return Template.RESCHEDULED;
    } else if (event instanceof AppointmentDeclined) {
      return Template.DECLINED;
    }
    return event instanceof AppointmentCancelled ? Template.CANCELLED : null;
  }

  /** Once nothing changes any more, every reminder that lies ahead goes out, at its minute. */
  private static void verifyReminders(
      History history, List<OutboxMessage> messages, Instant quietSince, long seed) {
    for (Booked visit : history.visits.values()) {
      Map<String, OutboxMessage> given =
          messages.stream()
              .filter(m -> visit.id.equals(m.appointmentId()))
              .filter(m -> m.template() == Template.REMINDER && m.revision() == visit.revision)
              .collect(Collectors.toMap(OutboxMessage::cause, m -> m));
      if (visit.status != AppointmentStatus.CONFIRMED) {
        assertThat(given.values())
            .as("seed %d: reminders of %s", seed, visit.id)
            .noneMatch(m -> WENT_OUT.contains(m.state()));
        continue;
      }
      Person patient = history.people.get(visit.patient);
      expected(visit, patient, quietSince)
          .forEach(
              (kind, at) -> {
                String told = "seed " + seed + ": " + kind + " of " + visit.id + " at " + at;
                OutboxMessage reminder = given.get(kind);
                assertThat(reminder).as(told).isNotNull();
                if (patient.mayMail) {
                  assertThat(reminder.state()).as(told + " " + reminder).isIn(WENT_OUT);
                } else {
                  assertThat(reminder.errorReason()).as(told).isEqualTo("opted_out");
                }
              });
    }
  }

  /** The obvious way: back by the hours, and then by minutes while it is quiet. */
  private static Map<String, Instant> expected(Booked visit, Person patient, Instant since) {
    List<Integer> hours = patient.hours == null ? List.of(72, 24) : patient.hours;
    return hours.stream()
        .collect(Collectors.toMap(h -> h + "h", h -> wakeful(visit, patient, h)))
        .entrySet()
        .stream()
        .filter(reminder -> reminder.getValue().isAfter(since))
        .filter(
            reminder ->
                hours.stream()
                    .filter(h -> h < Integer.parseInt(reminder.getKey().replace("h", "")))
                    .noneMatch(h -> wakeful(visit, patient, h).equals(reminder.getValue())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Instant wakeful(Booked visit, Person patient, int hours) {
    Instant at = visit.startsAt.minus(Duration.ofHours(hours));
    if (!QuietHours.USUAL.cover(at, patient.zone)) {
      return at;
    }
    Instant minute = at.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    while (QuietHours.USUAL.cover(minute, patient.zone)) {
      minute = minute.minus(Duration.ofMinutes(1));
    }
    return minute;
  }

  /**
   * A provider makes one of what comes under one key; only a killed process makes it come again.
   * Under another key comes what was reported as undeliverable, or given up, and sent again.
   */
  private static void verifyNothingTwice(History history, List<OutboxMessage> messages, long seed) {
    assertThat(history.mail.repeated.size())
        .as("seed %d: repeats %s", seed, history.mail.repeated)
        .isLessThanOrEqualTo(history.chaos.kills());
    for (OutboxMessage message : messages) {
      long taken =
          history.mail.taken.values().stream()
              .filter(letter -> letter.id().equals(message.id()))
              .count();
      assertThat(taken).as("seed %d: %s", seed, message).isLessThanOrEqualTo(message.round() + 1L);
    }
    assertThat(messages.stream().map(HistoriesTest::whatItTells).toList())
        .as("seed %d", seed)
        .doesNotHaveDuplicates();
  }

  private static List<Object> whatItTells(OutboxMessage m) {
    return Arrays.asList(
        m.appointmentId(), m.template(), m.revision(), m.cause(), m.recipient(), m.channel());
  }
}
