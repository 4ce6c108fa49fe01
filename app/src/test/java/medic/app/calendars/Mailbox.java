package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.sagas.messages.composing.RenderedMessage;

/** A patient who takes mails until they opt out, and what must hold of their messages. */
final class Mailbox {

  private final TestServer server;
  private final Calendars database;
  private final Google http;
  final String patient;
  private boolean optedOut;

  Mailbox(TestServer server, Calendars database, Google http, Client admin) {
    this.server = server;
    this.database = database;
    this.http = http;
    Map<String, Object> wishes =
        Map.of("reminderHours", List.of(1), "quietHours", Map.of("from", "00:00", "to", "00:00"));
    patient =
        admin
            .post(
                "/api/patients",
                Map.of(
                    "fullName", "Grace Patient",
                    "email", "grace@example.org",
                    "communicationPreferences", wishes))
            .expect(201)
            .text("patientId");
  }

  /** By the link in the last mail, if there was one. */
  String optOut() {
    URI link =
        letters().map(RenderedMessage::optOut).filter(Objects::nonNull).findFirst().orElse(null);
    if (link == null) {
      return "no mail to opt out by";
    }
    URI here = URI.create(server.address() + link.getRawPath() + "?" + link.getRawQuery());
    int status = http.send(HttpRequest.newBuilder(here).POST(BodyPublishers.noBody())).statusCode();
    assertThat(status).isEqualTo(200);
    optedOut = true;
    return "opt out";
  }

  private Stream<RenderedMessage> letters() {
    return FakeMail.TAKEN.values().stream()
        .filter(letter -> letter.patient() != null)
        .filter(letter -> letter.patient().value().toString().equals(patient))
        .sorted(Comparator.comparing(RenderedMessage::key));
  }

  /** Every reminder that is set is due. */
  String remindersAreDue() {
    soon("task_name ilike '%deadline%'");
    return "reminders are due";
  }

  private void soon(String which) {
    database.execute(
        "update work.scheduled_tasks set execution_time = now() where not picked and " + which);
    server.bean(Scheduler.class).triggerCheckForDueExecutions();
  }

  /** Every visit's last event has led to its message, and no message waits any more. */
  void comesToRest(List<String> appointments) {
    FakeMail.recovers();
    Await.until(
        () -> appointments.stream().filter(a -> lastToldOf(a) == null).toList(), List::isEmpty);
    Await.until(
        () -> {
          soon("task_name = 'send-notification'");
          return waiting();
        },
        Objects::isNull);
  }

  /**
   * What waits, and for what; but calls, which people make, and word to them of one, which goes out
   * with the next sweep.
   */
  private String waiting() {
    return database.text(
        "select string_agg(n::text || ' by ' || coalesce(t::text, 'nobody'), E'\\n')"
            + " from work.notification n left join work.scheduled_tasks t"
            + " on t.task_name = 'send-notification'"
            + " and t.task_instance = n.notification_id::text"
            + " where patient_id = ? and state = 'QUEUED' and channel <> 'CALL'"
            + " and template <> 'call-wanted'",
        UUID.fromString(patient));
  }

  /** Notes that a visit's end was acknowledged. */
  void ended(String appointment) {
    FakeMail.ENDED.put(appointment, (int) lastEventOf(appointment));
  }

  private long lastEventOf(String appointment) {
    return database.number(
        "select max(sequence_number) from store.domain_event_entry"
            + " where aggregate_identifier = ?",
        "appointment-" + appointment);
  }

  void verify(List<String> appointments) {
    assertThat(FakeMail.TOLD_OTHERWISE).as("told of what had ended").isEmpty();
    for (String appointment : appointments) {
      assertThat(lastToldOf(appointment))
          .as("last message about %s", appointment)
          .isIn(optedOut ? List.of("SENT", "WITHDRAWN opted_out") : List.of("SENT"));
    }
    assertThat(letters().map(letter -> letter.id().value()))
        .as("taken under one key each")
        .doesNotHaveDuplicates();
    assertThat(sent())
        .as("sent and taken")
        .isSubsetOf(letters().map(l -> l.id().value().toString()).toList());
  }

  /** What became of the message that a visit's last event led to. */
  private String lastToldOf(String appointment) {
    return database.text(
        "select max(trim(state || ' ' || coalesce(error_reason, ''))) from work.notification"
            + " where appointment_id = ? and recipient = 'PATIENT' and template <> 'reminder'"
            + " and revision = ?",
        UUID.fromString(appointment),
        (int) lastEventOf(appointment));
  }

  private List<String> sent() {
    String ids =
        database.text(
            "select string_agg(notification_id::text, ',') from work.notification"
                + " where patient_id = ? and state = 'SENT'",
            UUID.fromString(patient));
    return ids == null ? List.of() : List.of(ids.split(","));
  }
}
