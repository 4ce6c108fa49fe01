package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import medic.app.chaos.ChildServer;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The program itself, in a process of its own behind a proxy that it was told of, with a victim
 * whose words nobody may see, and a bystander who wants to be served whatever is done to others.
 */
final class AttackedPractice implements AutoCloseable {

  /** Is in all words of the victim. */
  static final String WORD = "Zephyrquill";

  /** Where somebody else signs in from. */
  static final String ELSEWHERE = "192.0.2.200";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  private final ChildServer server;
  private final Client admin;
  private final Client auditor;
  private final Practice practice;
  private final Victim victim;
  private final DescribedRoutes routes;

  private final Path data;
  private int looked;
  private final Practice.Doctor bystandersDoctor;

  /** A patient with a visit, what they sign in by, and their doctor. */
  record Victim(
      String patient,
      String login,
      Client client,
      String visit,
      String hold,
      Practice.Doctor doctor) {}

  private AttackedPractice(Path data, ChildServer server) {
    this.data = data;
    this.server = server;
    admin = server.client().login("admin", "demo");
    auditor = server.client().login("auditor", "demo");
    practice = new Practice(admin);
    routes = DescribedRoutes.of(server.client());
    bystandersDoctor = practice.doctor();
    victim = newVictim();
  }

  static AttackedPractice start() {
    try {
      Path targets = Files.createDirectories(Path.of("target", "attacked"));
      Path data = Files.createTempDirectory(targets.toAbsolutePath(), "practice");
      return new AttackedPractice(
          data, ChildServer.start(data, Map.of("MEDIC_TRUSTED_PROXIES", "127.0.0.1")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Victim newVictim() {
    Practice.Doctor doctor = practice.doctor();
    doctor.addRoom();
    String patient =
        admin
            .post(
                "/api/patients",
                Map.of(
                    "fullName", WORD + " Patient",
                    "email", WORD + "@example.org",
                    "phone", "+49 30 7654321"))
            .expect(201)
            .text("patientId");
    String login = practice.invite("/api/patients/" + patient, newLogin());
    Client client = signedIn(login, ELSEWHERE);
    JsonNode slots = doctor.slots(admin);
    Map<String, Object> booking = doctor.booking(patient, startsAt(slots, 5));
    booking.put("reason", WORD + " itches");
    String visit = client.post("/api/appointments", booking).expect(201).text("appointmentId");
    Map<String, Object> hold =
        Map.of(
            "doctorId", doctor.id,
            "appointmentTypeId", doctor.type,
            "startsAt", startsAt(slots, 9));
    String held = client.post("/api/holds", hold).expect(201).text("holdId");
    client.get("/api/patients/" + patient + "/appointments").expect(200);
    return new Victim(patient, login, client, visit, held, doctor);
  }

  ChildServer server() {
    return server;
  }

  Client admin() {
    return admin;
  }

  Client auditor() {
    return auditor;
  }

  Practice practice() {
    return practice;
  }

  Victim victim() {
    return victim;
  }

  DescribedRoutes routes() {
    return routes;
  }

  static String startsAt(JsonNode slots, int number) {
    return slots.get(number).path("startsAt").asString();
  }

  static String newLogin() {
    return "p." + UUID.randomUUID().toString().substring(0, 8);
  }

  /** An address in a network of its own, so that attacks are counted apart. */
  static String newAddress() {
    int number = NETWORKS.incrementAndGet();
    return "10." + number / 250 + "." + number % 250 + ".7";
  }

  /** Somebody without a token, seen by the proxy at this address. */
  Client from(String address) {
    return server.client().with("X-Forwarded-For", address);
  }

  Client signedIn(String login, String address) {
    return as(token(login, Practice.PASSWORD, address), address);
  }

  Client as(String token, String address) {
    return server.client().as(token).with("X-Forwarded-For", address);
  }

  String token(String login, String password, String address) {
    return signIn(login, password, address).expect(200).text("accessToken");
  }

  Answer signIn(String login, String password, String address) {
    return from(address).post("/api/auth/token", Map.of("username", login, "password", password));
  }

  List<JsonNode> entries(String filter) {
    return items(auditor.get("/api/audit/events?limit=200&" + filter)).toList();
  }

  /** Waits until all that is in the log by now can be asked for. */
  void awaitLog() {
    String marker = practice.patient();
    admin.get("/api/patients/" + marker).expect(200);
    Await.until(
        PATIENCE,
        () -> entries("action=patient_data_read&patientId=" + marker),
        entries -> !entries.isEmpty());
  }

  static Stream<JsonNode> items(Answer page) {
    return page.expect(200).body().path("items").valueStream();
  }

  /** Another is booked, seen in every read model and in the log; health is well, and told of it. */
  void goesOn() {
    String bystander = practice.patient();
    found(bystander, book(bystander));
    server.client().get("/actuator/health/liveness").expect(200);
    server.client().get("/actuator/health/readiness").expect(200);
    Await.until(
        PATIENCE,
        () -> admin.get("/actuator/health"),
        health -> health.status() == 200 && health.text("status").equals("UP"));
    assertThat(items(admin.get("/api/admin/dead-letters"))).as("put aside").isEmpty();
    assertThat(newlyWritten()).as("told").doesNotContain("\n\tat ", "\u001b[31m");
  }

  private String book(String bystander) {
    String at = startsAt(bystandersDoctor.slots(admin), 0);
    Map<String, Object> booking = bystandersDoctor.booking(bystander, at);
    booking.put("reason", "Goes on");
    return admin.post("/api/appointments", booking).expect(201).text("appointmentId");
  }

  private void found(String bystander, String visit) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String path :
        List.of(
            "/api/appointments/" + visit,
            "/api/appointments/" + visit + "/timeline",
            "/api/audit/events?appointmentId=" + visit,
            "/api/audit/export?appointmentId=" + visit,
            bystandersDoctor.path(
                "/agenda?from=" + today.minusDays(1) + "&to=" + today.plusDays(9)),
            "/api/patients/" + bystander + "/appointments")) {
      Await.until(
          PATIENCE,
          () -> admin.get(path),
          answer -> answer.status() == 200 && answer.raw().body().contains(visit));
    }
  }

  private String newlyWritten() {
    String written = written();
    String told = written.substring(looked);
    looked = written.length();
    return told;
  }

  /** All that the process has said so far. */
  String written() {
    try (Stream<Path> files = Files.list(data)) {
      StringBuilder all = new StringBuilder();
      for (Path log : files.filter(AttackedPractice::isLog).toList()) {
        all.append(Files.readString(log, StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isLog(Path file) {
    return file.getFileName().toString().matches("child-\\d+\\.log");
  }

  @Override
  public void close() throws IOException {
    server.close();
    FileSystemUtils.deleteRecursively(data);
  }
}
