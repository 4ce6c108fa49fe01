package medic.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.TestServer;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.query.audit.timeline.TimelineProjection;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is done to the database under a running server is named by it, and by who verifies. */
@Tag("server")
class TamperedDatabaseTest {

  @TempDir Path directory;
  private ProvenServer log;

  @BeforeEach
  void start() {
    log = new ProvenServer(directory);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void aChangedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    assertThat(log.auditor.get("/actuator/health").text("status")).isEqualTo("UP");
    JsonNode event = log.entry(1);
    long position = event.path("position").asLong();
    log.asOwner(
        "update store.domain_event_entry set meta_data = convert_to(replace("
            + "convert_from(meta_data, 'UTF8'), 'ADMIN', 'PATIENT'), 'UTF8') where global_index = "
            + position);

    assertNamed(Kind.EVENT_CHANGED, event.path("eventId").asString(), position);
    assertThat(log.auditor.get("/actuator/health").expect(200).text("status"))
        .isEqualTo("TAMPERED");
    assertThat(log.commandLine(log.export("format=csv"), log.key)).isEqualTo(1);
  }

  @Test
  void aRemovedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    JsonNode event = log.entry(0);
    long position = event.path("position").asLong();
    log.asOwner("delete from store.domain_event_entry where global_index = " + position);
    assertNamed(Kind.EVENT_REMOVED, event.path("eventId").asString(), position);
  }

  @Test
  void anInsertedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    log.asOwner(
        "alter table log.leaf disable trigger all",
        "update log.leaf set logged_at = logged_at - interval '1 hour' where leaf_index < 4",
        "alter table log.leaf enable always trigger only_added_to",
        "insert into store.domain_event_entry overriding system value select -7, 'inserted',"
            + " 'inserted', 0, type, time_stamp, payload_type, payload_revision, payload, meta_data"
            + " from store.domain_event_entry where global_index = 1");
    try (TestServer restarted = log.server.join()) {
      Client there = restarted.admin();
      assertThat(ProvenServer.findings(there).findValuesAsString("eventId"))
          .containsExactly("inserted");
    }
    assertThat(log.verify(log.export("format=ndjson")).findings())
        .extracting(Finding::eventId)
        .containsExactly("inserted");
  }

  @Test
  void eventsInEachOthersPlaceAreNamedByTheServerAndByTheVerifier() throws Exception {
    log.asOwner(
        "alter table store.domain_event_entry alter global_index drop identity",
        "update store.domain_event_entry set global_index = -1 where global_index = 1",
        "update store.domain_event_entry set global_index = 1 where global_index = 2",
        "update store.domain_event_entry set global_index = 2 where global_index = -1",
        "alter table store.domain_event_entry alter global_index"
            + " add generated always as identity (start with 1000000)");
    assertThat(ProvenServer.findings(log.admin).findValuesAsString("kind"))
        .containsExactly("EVENT_MOVED", "EVENT_MOVED");
    assertThat(log.verify(log.export("format=ndjson")).findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.EVENT_MOVED, Kind.EVENT_MOVED);
  }

  @Test
  void anEntryTakenOutOfTheTimelineIsMissedInItsAppointmentsExport() throws Exception {
    String export = "format=ndjson&appointmentId=" + log.appointment;
    assertThat(log.verify(log.export(export)).findings()).isEmpty();
    log.asOwner(
        "delete from read.timeline_entry_v2 where action = 'cancelled' and appointment_id = '"
            + log.appointment
            + "'");
    assertThat(log.verify(log.export(export)).findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.ENTRIES_MISSING);
  }

  @Test
  void nothingIsShownOfATimelineThatIsBehind() throws Exception {
    StreamingEventProcessor timeline =
        log.server
            .bean(EventProcessingConfiguration.class)
            .eventProcessor(TimelineProjection.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    timeline.shutDown();
    log.admin.get("/api/appointments/" + log.appointment).expect(200);
    for (String read :
        List.of("proof?eventId=" + log.lastEvent(), "export?appointmentId=" + log.appointment)) {
      Answer answer = log.auditor.get("/api/audit/" + read).expect(503, "READ_MODEL_BEHIND");
      assertThat(answer.header("Retry-After")).contains("1");
    }
    timeline.start();
    assertThat(log.verify(log.export("appointmentId=" + log.appointment)).findings()).isEmpty();
  }

  private void assertNamed(Kind kind, String eventId, long position) throws Exception {
    JsonNode finding = ProvenServer.findings(log.admin).path(0);
    assertThat(finding.path("kind").asString()).isEqualTo(kind.name());
    assertThat(finding.path("position").asLong()).isEqualTo(position);
    for (String query : List.of("format=ndjson", "format=csv&appointmentId=" + log.appointment)) {
      assertThat(log.verify(log.export(query)).findings())
          .as(query)
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo(kind);
                assertThat(found.position()).isEqualTo(position);
                assertThat(found.detail()).contains(Long.toString(position));
              });
    }
  }
}
