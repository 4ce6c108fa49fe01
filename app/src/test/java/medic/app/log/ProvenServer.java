package medic.app.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.cli.Verify;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.log.export.ExportVerifier;
import medic.log.export.ExportVerifier.Verdict;
import medic.log.note.VerifierKey;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * A server whose log holds a booked and cancelled appointment, and who verifies what it exports.
 */
final class ProvenServer implements AutoCloseable {

  final TestServer server;
  final Client admin;
  final Client auditor;
  final String appointment;
  final VerifierKey key;
  final Path checkpoints;
  private final Path directory;

  ProvenServer(Path directory) {
    this.directory = directory;
    this.checkpoints = directory.resolve("checkpoints");
    server = TestServer.start("MEDIC_LOG_CHECKPOINTS=" + checkpoints);
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
    admin.get("/api/appointments/" + appointment).expect(200); // which is an entry of its own
    admin.get("/api/audit/events").expect(200); // the timeline has come so far
    auditor = server.auditor();
    key = VerifierKey.parse(auditor.get("/api/audit/checkpoint").expect(200).text("key"));
  }

  /** The appointment's n-th entry in the timeline. */
  JsonNode entry(int n) {
    return auditor
        .get("/api/audit/events?appointmentId=" + appointment)
        .expect(200)
        .body()
        .path("items")
        .get(n);
  }

  /** An answer to who takes compressed ones, as it comes. */
  HttpResponse<byte[]> packed(String path) throws IOException, InterruptedException {
    String token =
        server
            .anonymous()
            .post("/api/auth/token", Map.of("username", "auditor", "password", "demo"))
            .expect(200)
            .text("accessToken");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofByteArray());
  }

  String export(String query) {
    return auditor.get("/api/audit/export?" + query).expect(200).raw().body();
  }

  Verdict verify(String export) throws Exception {
    byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
    return new ExportVerifier(key, List.of()).verify(() -> new ByteArrayInputStream(bytes));
  }

  /** The exit code of {@code ./medic verify}. */
  int commandLine(String export, VerifierKey trusted, String... more) throws Exception {
    Path file = directory.resolve("export");
    Files.writeString(file, export);
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "--key", trusted.toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new Verify()).execute(arguments.toArray(String[]::new));
  }

  long stored() throws SQLException {
    return Long.parseLong(ofStore("count(*)"));
  }

  /** The id of the event that was stored last. */
  String lastEvent() throws SQLException {
    return ofStore("(array_agg(event_identifier order by global_index desc))[1]");
  }

  private String ofStore(String what) throws SQLException {
    try (Connection owner = server.owner();
        var row =
            owner
                .createStatement()
                .executeQuery("select " + what + " from store.domain_event_entry")) {
      row.next();
      return row.getString(1);
    }
  }

  /** As whoever owns the tables and takes the triggers away. */
  void asOwner(String... statements) throws SQLException {
    try (Connection owner = server.owner();
        Statement statement = owner.createStatement()) {
      statement.execute("alter table store.domain_event_entry disable trigger all");
      for (String one : statements) {
        statement.execute(one);
      }
      statement.execute("alter table store.domain_event_entry enable always trigger only_added_to");
    }
  }

  /** What the server finds when it goes through the whole log. */
  static JsonNode findings(Client admin) {
    admin.post("/api/audit/integrity", null).expect(202);
    for (int asked = 0; asked < 600; asked++) {
      JsonNode integrity = admin.get("/api/audit/integrity").expect(200).body();
      if (integrity.path("examinedAt").isString()) {
        return integrity.path("findings");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new AssertionError("the log was not examined");
  }

  @Override
  public void close() {
    server.close();
  }
}
