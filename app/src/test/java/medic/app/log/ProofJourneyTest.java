package medic.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.log.event.StoredEvent;
import medic.log.export.ExportVerifier.Verdict;
import medic.log.note.Checkpoint;
import medic.log.note.SigningKey;
import medic.log.note.TlogProof;
import medic.log.note.VerifierKey;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.log.tree.ConsistencyProof;
import medic.log.tree.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From a booking to a verified export, over HTTP and in a file. */
@Tag("server")
class ProofJourneyTest {

  @TempDir static Path directory;
  private static ProvenServer log;

  @BeforeAll
  static void start() {
    log = new ProvenServer(directory);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  void aFreshEventIsProvenAtOnce() throws Exception {
    JsonNode event = log.entry(1);
    Answer proof = log.auditor.get("/api/audit/proof?eventId=" + event.path("eventId").asString());

    Hash leaf = Hash.ofLeaf(Base64.getDecoder().decode(proof.expect(200).text("leaf")));
    assertThat(TlogProof.open(proof.text("proof"), log.key).holds(leaf)).isTrue();
    StoredEvent stored = StoredEvent.ofLeaf(Base64.getDecoder().decode(proof.text("leaf")));
    assertThat(stored.eventId()).isEqualTo(event.path("eventId").asString());
    assertThat(stored.position()).isEqualTo(event.path("position").asLong());
    assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).contains(log.appointment);
  }

  /** As most clients ask for it, and not what a test's usually does. */
  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv"})
  void anExportThatIsCompressedOnItsWayVerifies(String format) throws Exception {
    HttpResponse<byte[]> packed = log.packed("/api/audit/export?format=" + format);
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()));
    Verdict verdict = log.verify(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.entries()).isPositive();
  }

  @Test
  void theLogGrowsFromWhatWasSignedBefore() throws Exception {
    Answer before = log.admin.post("/api/audit/checkpoint", null).expect(200);
    new Practice(log.admin).patient();
    Answer after = log.admin.post("/api/audit/checkpoint", null).expect(200);
    Checkpoint.Signed older = Checkpoint.open(before.text("note"), log.key);
    Checkpoint.Signed newer = Checkpoint.open(after.text("note"), log.key);
    assertThat(newer.size()).isGreaterThan(older.size());

    Answer grown =
        log.auditor
            .get("/api/audit/consistency?from=" + older.size() + "&to=" + newer.size())
            .expect(200);

    List<Hash> hashes =
        grown.body().path("hashes").valueStream().map(one -> Hash.parse(one.asString())).toList();
    assertThat(
            new ConsistencyProof(older.size(), newer.size(), hashes)
                .holds(older.root(), newer.root()))
        .isTrue();
    try (var files = Files.walk(log.checkpoints)) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=ndjson", "format=csv"})
  void theWholeLogVerifiesOffline(String format) throws Exception {
    long before = log.stored();
    String export = log.export(format);
    Verdict verdict = log.verify(export);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isWhole()).isTrue();
    assertThat(verdict.entries()).isBetween(before, log.stored());
    assertThat(export).doesNotContain("private words").doesNotContain("grace@example.org");
    assertThat(log.commandLine(export, log.key)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"format=ndjson", "format=csv"})
  void aTimelineVerifiesOffline(String format) throws Exception {
    String export = log.export(format + "&appointmentId=" + log.appointment);
    Verdict verdict = log.verify(export);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.entries()).isGreaterThanOrEqualTo(2);
    assertThat(log.commandLine(export, log.key)).isZero();
  }

  /** Metadata is not sealed: what a client says of a patient there must not be stored. */
  @Test
  void whatAClientMakesAKeyOfIsNotStored() throws Exception {
    Practice practice = new Practice(log.admin);
    Practice.Doctor doctor = practice.doctor();
    String startsAt = doctor.slots(log.admin).get(5).path("startsAt").asString();
    Client booking = log.admin.with("Idempotency-Key", "for jane.roe@example.org");
    String booked =
        booking
            .post("/api/appointments", doctor.booking(practice.patient(), startsAt))
            .expect(201)
            .text("appointmentId");
    Client keyed = log.admin.with("Idempotency-Key", "jane.roe is ill");
    Map<String, Object> why = Map.of("reason", "ill");
    String cancel = "/api/appointments/" + booked + "/cancel";
    keyed.post(cancel, why).expect(200);
    keyed.post(cancel, why).expect(200);
    keyed
        .post("/api/appointments/" + booked + "/confirm", null)
        .expect(422, "IDEMPOTENCY_KEY_REUSED");

    try (Connection owner = log.server.owner();
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

  /** Its events are numbered: the server cannot have left one out. */
  @Test
  void aTimelineWithoutOneOfItsEventsIsFound() throws Exception {
    List<String> lines =
        log.export("format=ndjson&appointmentId=" + log.appointment).lines().toList();
    String stream = "\"stream\":\"appointment-" + log.appointment + "\"";
    List<String> without =
        lines.stream()
            .filter(line -> !(line.contains(stream) && line.contains("\"sequence\":0")))
            .toList();
    assertThat(without).hasSize(lines.size() - 1);
    assertThat(findings(without)).contains(Kind.ENTRIES_MISSING);
  }

  @Test
  void anotherLogsKeyIsNotTaken() throws Exception {
    String export = log.export("format=ndjson");
    VerifierKey another = SigningKey.generate(new Random(3)).verifier();
    assertThat(log.commandLine(export, another)).isEqualTo(1);
  }

  @Test
  void aCheckpointHeldOutsideTellsAnOlderLog() throws Exception {
    String early = log.export("format=ndjson");
    new Practice(log.admin).patient();
    log.admin.post("/api/audit/checkpoint", null).expect(200);
    String held = log.checkpoints.toString();
    assertThat(log.commandLine(log.export("format=ndjson"), log.key, "--held", held)).isZero();
    assertThat(log.commandLine(early, log.key, "--held", held)).isEqualTo(1);
  }

  /** Each line of a file changed, left out, doubled, or put elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv"})
  void whateverIsDoneToAFileIsFound(String format) throws Exception {
    List<String> lines = log.export("format=" + format).lines().toList();
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
    return log.verify(String.join("\n", lines) + "\n").findings().stream()
        .map(Finding::kind)
        .toList();
  }

  @Test
  void everyCharacterOfAnEntryCounts() throws Exception {
    List<String> lines =
        log.export("format=ndjson&appointmentId=" + log.appointment).lines().toList();
    String entry = lines.get(1);
    for (int i = 0; i < entry.length(); i += 7) {
      List<String> changed = new ArrayList<>(lines);
      char other = entry.charAt(i) == '0' ? '1' : '0';
      changed.set(1, entry.substring(0, i) + other + entry.substring(i + 1));
      assertThat(findings(changed)).as("changed at %s", i).contains(Kind.EXPORT_CHANGED);
    }
  }
}
