package medic.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.cli.Verify;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.log.event.StoredEvent;
import medic.log.export.ExportVerifier;
import medic.log.export.ExportVerifier.Verdict;
import medic.log.note.Checkpoint;
import medic.log.note.TlogProof;
import medic.log.note.VerifierKey;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.log.tree.ConsistencyProof;
import medic.log.tree.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** From a booking to a verified export, over HTTP and in a file. */
class ProofJourneyTest {

  @TempDir Path directory;
  private TestServer server;
  private Client admin;
  private Client auditor;
  private String appointment;
  private VerifierKey key;

  @BeforeEach
  void aBookedAndCancelledAppointment() {
    server = TestServer.start("MEDIC_LOG_CHECKPOINTS=" + directory.resolve("checkpoints"));
    admin = server.admin();
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    String startsAt = doctor.slots(admin).get(3).path("startsAt").asString();
    appointment =
        admin
            .post("/api/appointments", doctor.booking(practice.patient(), startsAt))
            .expect(201)
            .text("appointmentId");
    admin
        .post("/api/appointments/" + appointment + "/cancel", Map.of("reason", "private words"))
        .expect(200);
    admin.get("/api/audit/events").expect(200); // the timeline has come so far
    auditor = server.auditor();
    key = VerifierKey.parse(auditor.get("/api/audit/checkpoint").expect(200).text("key"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String export(String query) {
    return auditor.get("/api/audit/export?" + query).expect(200).raw().body();
  }

  private Verdict verify(String export, Checkpoint.Signed... held) throws Exception {
    byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
    return new ExportVerifier(key, List.of(held)).verify(() -> new ByteArrayInputStream(bytes));
  }

  private long stored() throws SQLException {
    try (Connection owner = server.owner();
        var row =
            owner.createStatement().executeQuery("select count(*) from store.domain_event_entry")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection owner = server.owner();
        Statement statement = owner.createStatement()) {
      statement.execute("alter table store.domain_event_entry disable trigger all");
      for (String one : statements) {
        statement.execute(one);
      }
      statement.execute("alter table store.domain_event_entry enable always trigger only_added_to");
    }
  }

  @Test
  void aFreshEventIsProvenAtOnce() throws Exception {
    JsonNode event =
        auditor.get("/api/audit/events?appointmentId=" + appointment).body().path("items").get(1);
    Answer proof = auditor.get("/api/audit/proof?eventId=" + event.path("eventId").asString());

    Hash leaf = Hash.ofLeaf(Base64.getDecoder().decode(proof.expect(200).text("leaf")));
    assertThat(TlogProof.open(proof.text("proof"), key).holds(leaf)).isTrue();
    StoredEvent stored = StoredEvent.ofLeaf(Base64.getDecoder().decode(proof.text("leaf")));
    assertThat(stored.eventId()).isEqualTo(event.path("eventId").asString());
    assertThat(stored.position()).isEqualTo(event.path("position").asLong());
    assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).contains(appointment);
  }

  @Test
  void theLogGrowsFromWhatWasSignedBefore() throws Exception {
    Answer before = admin.post("/api/audit/checkpoint", null).expect(200);
    new Practice(admin).patient();
    Answer after = admin.post("/api/audit/checkpoint", null).expect(200);
    Checkpoint.Signed older = Checkpoint.open(before.text("note"), key);
    Checkpoint.Signed newer = Checkpoint.open(after.text("note"), key);
    assertThat(newer.size()).isGreaterThan(older.size()).isEqualTo(stored());

    Answer grown =
        auditor
            .get("/api/audit/consistency?from=" + older.size() + "&to=" + newer.size())
            .expect(200);

    List<Hash> hashes =
        grown.body().path("hashes").valueStream().map(one -> Hash.parse(one.asString())).toList();
    assertThat(
            new ConsistencyProof(older.size(), newer.size(), hashes)
                .holds(older.root(), newer.root()))
        .isTrue();
    try (var files = Files.walk(directory.resolve("checkpoints"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=ndjson", "format=csv"})
  void theWholeLogVerifiesOffline(String format) throws Exception {
    String export = export(format);
    Verdict verdict = verify(export);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.entries()).isEqualTo(stored());
    assertThat(export).doesNotContain("private words").doesNotContain("grace@example.org");
    assertThat(cli(export)).isZero();
  }

  private int cli(String export, String... more) throws Exception {
    Path file = directory.resolve("export");
    Files.writeString(file, export);
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "--key", key.toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new Verify()).execute(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=ndjson", "format=csv"})
  void aTimelineVerifiesOffline(String format) throws Exception {
    String export = export(format + "&appointmentId=" + appointment);
    Verdict verdict = verify(export);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(2);
    assertThat(cli(export)).isZero();
  }

  /** Metadata is not sealed: what a client says of a patient there must not be stored. */
  @Test
  void whatAClientMakesAKeyOfIsNotStored() throws Exception {
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    String startsAt = doctor.slots(admin).get(5).path("startsAt").asString();
    Client keyed = admin.with("Idempotency-Key", "for jane.roe@example.org");
    Map<String, Object> booking = doctor.booking(practice.patient(), startsAt);
    String booked = keyed.post("/api/appointments", booking).expect(201).text("appointmentId");
    Map<String, Object> why = Map.of("reason", "ill");
    String cancel = "/api/appointments/" + booked + "/cancel";
    keyed.post(cancel, why).expect(200);
    keyed.post(cancel, why).expect(200);
    keyed
        .post("/api/appointments/" + booked + "/confirm", null)
        .expect(422, "IDEMPOTENCY_KEY_REUSED");

    try (Connection owner = server.owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    "select convert_from(meta_data, 'UTF8') from store.domain_event_entry")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain("jane");
      }
    }
  }

  @Test
  void anotherLogsKeyIsNotTaken() throws Exception {
    String export = export("format=ndjson");
    key = medic.log.note.SigningKey.generate(new java.util.Random(3)).verifier();
    assertThat(cli(export)).isEqualTo(1);
  }

  @Test
  void aCheckpointHeldOutsideTellsAnOlderLog() throws Exception {
    String early = export("format=ndjson");
    new Practice(admin).patient();
    admin.post("/api/audit/checkpoint", null).expect(200);
    String held = directory.resolve("checkpoints").toString();
    assertThat(cli(export("format=ndjson"), "--held", held)).isZero();
    assertThat(cli(early, "--held", held)).isEqualTo(1);
  }

  /** Each line of a file changed, left out, doubled, or put elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv"})
  void whateverIsDoneToAFileIsFound(String format) throws Exception {
    List<String> lines = export("format=" + format).lines().toList();
    int first = format.equals("csv") ? 2 : 1;
    for (int i = first; i < lines.size() - 1; i++) {
      List<String> without = new ArrayList<>(lines);
      String taken = without.remove(i);
      assertThat(findings(without)).as("without line %s", i).contains(Kind.ENTRIES_MISSING);
      List<String> moved = new ArrayList<>(without);
      moved.add(i == lines.size() - 2 ? first : i + 1, taken);
      assertThat(findings(moved)).as("line %s moved", i).contains(Kind.ENTRIES_MISSING);
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(i, taken);
      assertThat(findings(doubled)).as("line %s doubled", i).contains(Kind.ENTRIES_MISSING);
    }
    List<String> cut = lines.subList(0, lines.size() - 1);
    assertThat(findings(cut)).contains(Kind.EXPORT_CHANGED);
    List<String> told = new ArrayList<>(lines);
    int admins = lastWith(lines, "ADMIN");
    told.set(admins, lines.get(admins).replaceFirst("ADMIN", "PATIENT"));
    assertThat(findings(told)).contains(Kind.ENTRY_CHANGED, Kind.EXPORT_CHANGED);
  }

  private static int lastWith(List<String> lines, String text) {
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).contains(text) ? i : last;
    }
    return last;
  }

  private List<Kind> findings(List<String> lines) throws Exception {
    return verify(String.join("\n", lines) + "\n").findings().stream().map(Finding::kind).toList();
  }

  @Test
  void everyCharacterOfAnEntryCounts() throws Exception {
    List<String> lines = export("format=ndjson&appointmentId=" + appointment).lines().toList();
    String entry = lines.get(1);
    for (int i = 0; i < entry.length(); i += 7) {
      List<String> changed = new ArrayList<>(lines);
      char other = entry.charAt(i) == '0' ? '1' : '0';
      changed.set(1, entry.substring(0, i) + other + entry.substring(i + 1));
      assertThat(findings(changed)).as("changed at %s", i).contains(Kind.EXPORT_CHANGED);
    }
  }

  @Test
  void aChangedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    auditor.get("/actuator/health").expect(200);
    JsonNode event =
        auditor.get("/api/audit/events?appointmentId=" + appointment).body().path("items").get(1);
    long position = event.path("position").asLong();
    asOwner(
        "update store.domain_event_entry set meta_data = convert_to(replace("
            + "convert_from(meta_data, 'UTF8'), 'ADMIN', 'PATIENT'), 'UTF8') where global_index = "
            + position);

    assertNamed(Kind.EVENT_CHANGED, event.path("eventId").asString(), position);
    assertThat(auditor.get("/actuator/health").expect(200).text("status")).isEqualTo("TAMPERED");
    assertThat(cli(export("format=csv"))).isEqualTo(1);
  }

  @Test
  void aRemovedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    JsonNode event =
        auditor.get("/api/audit/events?appointmentId=" + appointment).body().path("items").get(0);
    long position = event.path("position").asLong();
    asOwner("delete from store.domain_event_entry where global_index = " + position);
    assertNamed(Kind.EVENT_REMOVED, event.path("eventId").asString(), position);
  }

  @Test
  void anInsertedEventIsNamedByTheServerAndByTheVerifier() throws Exception {
    asOwner(
        "alter table log.leaf disable trigger all",
        "update log.leaf set logged_at = logged_at - interval '1 hour' where leaf_index < 4",
        "alter table log.leaf enable always trigger only_added_to",
        "insert into store.domain_event_entry overriding system value select -7, 'inserted',"
            + " 'inserted', 0, type, time_stamp, payload_type, payload_revision, payload, meta_data"
            + " from store.domain_event_entry where global_index = 1");
    try (TestServer restarted = server.join()) {
      Client there = restarted.admin();
      there.post("/api/audit/integrity", null).expect(202);
      assertThat(examined(there).path("findings").findValuesAsString("eventId"))
          .containsExactly("inserted");
    }
    assertThat(verify(export("format=ndjson")).findings())
        .extracting(Finding::eventId)
        .containsExactly("inserted");
  }

  @Test
  void eventsInEachOthersPlaceAreNamedByTheServerAndByTheVerifier() throws Exception {
    asOwner(
        "alter table store.domain_event_entry alter global_index drop identity",
        "update store.domain_event_entry set global_index = -1 where global_index = 1",
        "update store.domain_event_entry set global_index = 1 where global_index = 2",
        "update store.domain_event_entry set global_index = 2 where global_index = -1");
    admin.post("/api/audit/integrity", null).expect(202);
    assertThat(examined(admin).path("findings").findValuesAsString("kind"))
        .containsExactly("EVENT_MOVED", "EVENT_MOVED");
    assertThat(verify(export("format=ndjson")).findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.EVENT_MOVED, Kind.EVENT_MOVED);
  }

  private void assertNamed(Kind kind, String eventId, long position) throws Exception {
    admin.post("/api/audit/integrity", null).expect(202);
    JsonNode finding = examined(admin).path("findings").path(0);
    assertThat(finding.path("kind").asString()).isEqualTo(kind.name());
    assertThat(finding.path("position").asLong()).isEqualTo(position);
    for (String query : List.of("format=ndjson", "format=csv&appointmentId=" + appointment)) {
      assertThat(verify(export(query)).findings())
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

  /** Once the whole log was gone through. */
  private static JsonNode examined(Client client) {
    for (int asked = 0; asked < 600; asked++) {
      JsonNode integrity = client.get("/api/audit/integrity").expect(200).body();
      if (integrity.path("examinedAt").isString()) {
        return integrity;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new AssertionError("the log was not examined");
  }
}
