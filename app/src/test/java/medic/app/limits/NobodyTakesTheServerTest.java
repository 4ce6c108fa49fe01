package medic.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.RawAnswer;
import medic.app.journey.TestServer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever one client does with its connections, another is served and health answers. */
@Tag("server")
class NobodyTakesTheServerTest {

  private static final Duration PROMPT = Duration.ofSeconds(1);
  private static final int DRIPPING = 200;

  private static TestServer server;
  private static int healthPort;

  @BeforeAll
  static void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      healthPort = free.getLocalPort();
    }
    server =
        TestServer.start(
            "MEDIC_HEALTH_PORT=" + healthPort,
            "medic.http.body-within=6s",
            "medic.http.body-space=4MB",
            "medic.query.streams.most-of-one=5",
            "medic.query.streams.most=8",
            "server.tomcat.threads.max=16");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Socket connect() throws IOException {
    URI address = URI.create(server.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void assertHealthy() {
    for (String port : List.of(server.address(), "http://127.0.0.1:" + healthPort)) {
      Instant asked = Instant.now();
      new Client(port).get("/actuator/health/liveness").expect(200);
      assertThat(Duration.between(asked, Instant.now())).as(port).isLessThan(PROMPT);
    }
  }

  /** Headers that come slowly, bodies that do, and readers who let an answer lie. */
  @Test
  @Timeout(120)
  void twoHundredConnectionsThatDripStopNobody() throws Exception {
    Client admin = server.admin();
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    List<String> slots =
        doctor.slots(admin).valueStream().map(s -> s.path("startsAt").asString()).toList();
    List<Socket> dripping = new ArrayList<>();
    AtomicBoolean on = new AtomicBoolean(true);
    try {
      for (int i = 0; i < DRIPPING; i++) {
        dripping.add(drip(i, doctor));
      }
      Thread dripper = new Thread(() -> dripOn(dripping, on));
      dripper.start();
      for (int i = 0; i < 20; i++) {
        var booking = doctor.booking(patient, slots.get(i));
        booking.put("appointmentId", UUID.randomUUID().toString());
        admin.post("/api/appointments", booking).expect(201);
        admin.get(doctor.path("")).expect(200);
        assertHealthy();
      }
      on.set(false);
      dripper.join();
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  private static Socket drip(int number, Practice.Doctor doctor) throws IOException {
    Socket socket = connect();
    switch (number % 5) {
      case 0 -> send(socket, "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nX-");
      case 1 ->
          send(
              socket,
              "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                  + " application/json\r\nContent-Length: 5000\r\n\r\n{");
      case 2 ->
          send(
              socket,
              "POST /api/notifications/opt-out HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                  + " application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n");
      case 3 ->
          send(
              socket,
              "POST /api/appointments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + "x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{");
      default -> send(socket, "GET /v3/api-docs HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200));
    }
    return socket;
  }

  private static void dripOn(List<Socket> dripping, AtomicBoolean on) {
    while (on.get()) {
      for (int i = 0; i < dripping.size(); i++) {
        try {
          if (i % 5 != 4) {
            send(dripping.get(i), i % 5 == 2 ? "1\r\na\r\n" : "a");
          }
        } catch (IOException refused) {
          // as it should be, after a while
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
    for (int kind : List.of(1, 2, 3)) {
      try (Socket socket = drip(kind, null)) {
        Instant sent = Instant.now();
        RawAnswer.read(socket.getInputStream()).expectProblem("kind " + kind, 408);
        assertThat(Duration.between(sent, Instant.now()))
            .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(12));
      }
    }
  }

  @Test
  @Timeout(60)
  void aBodyThatComesInPiecesIsTakenWhole() throws Exception {
    String body = "{\"username\":\"admin\",\"password\":\"demo\"}";
    try (Socket socket = connect()) {
      send(
          socket,
          "POST /api/auth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type:"
              + " application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n");
      for (char next : body.toCharArray()) {
        send(socket, Character.toString(next));
        Thread.sleep(10);
      }
      RawAnswer answer = RawAnswer.read(socket.getInputStream());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("accessToken");
      assertThat(answer.headers()).containsKey("X-Content-Type-Options");
    }
  }

  /** A request that comes back with its body must not look like one that was let in before. */
  @Test
  @Timeout(60)
  void aBodyThatComesLateOpensNoDoor() throws Exception {
    for (String path : List.of("/api/doctors", "/api/appointments", "/actuator/prometheus")) {
      try (Socket socket = connect()) {
        send(
            socket,
            "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{");
        Thread.sleep(300);
        send(socket, "}");
        RawAnswer.read(socket.getInputStream()).expectProblem(path, 401);
      }
    }
  }

  @Test
  @Timeout(60)
  void whoWaitsForAReadModelHoldsNoThread() throws Exception {
    Client admin = server.admin();
    StreamingEventProcessor directory =
        server
            .bean(EventProcessingConfiguration.class)
            .eventProcessor("directory", StreamingEventProcessor.class)
            .orElseThrow();
    directory.shutDown();
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    try {
      String position =
          admin
              .post(
                  "/api/doctors",
                  Map.of(
                      "fullName",
                      "Dr. Late",
                      "specialty",
                      "Waiting",
                      "email",
                      "l@example.org",
                      "timezone",
                      "Europe/Berlin"))
              .expect(201)
              .header("Medic-Position")
              .orElseThrow();
      HttpClient client = HttpClient.newHttpClient();
      String token = token("admin");
      for (int i = 0; i < 100; i++) {
        waiting.add(
            client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/doctors"))
                    .header("Authorization", "Bearer " + token)
                    .header("Medic-Position", position)
                    .build(),
                HttpResponse.BodyHandlers.ofString()));
        if (i % 20 == 0) {
          assertHealthy();
        }
      }
    } finally {
      directory.start();
    }
    for (CompletableFuture<HttpResponse<String>> answer : waiting) {
      assertThat(answer.get().statusCode()).isIn(200, 503);
      assertThat(answer.get().body()).isNotEmpty();
    }
  }

  @Test
  @Timeout(60)
  void streamsAreBoundedForOneAndForAll() throws Exception {
    Client admin = server.admin();
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    String name = "patient" + UUID.randomUUID().toString().substring(0, 8);
    practice.patient(name);
    String stream = doctor.path("/availability/stream?appointmentTypeId=" + doctor.type);
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    String patients = token(name, "long enough");
    for (int i = 0; i < 5; i++) {
      open.add(openStream(stream, patients));
      assertThat(open.get(i).statusCode()).isEqualTo(200);
    }
    HttpResponse<InputStream> refused = openStream(stream, patients);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    String admins = token("admin");
    for (int i = 0; i < 3; i++) {
      open.add(openStream(stream, admins));
      assertThat(open.get(5 + i).statusCode()).isEqualTo(200);
    }
    assertThat(openStream(stream, admins).statusCode()).isEqualTo(503);
    for (HttpResponse<InputStream> one : open) {
      one.body().close();
    }
  }

  private static HttpResponse<InputStream> openStream(String path, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
  }

  private static String token(String admin) {
    return token(admin, "demo");
  }

  private static String token(String username, String password) {
    return server
        .anonymous()
        .post("/api/auth/token", Map.of("username", username, "password", password))
        .expect(200)
        .text("accessToken");
  }

  @Test
  void theHealthPortTellsNothingElse() {
    Client watcher = new Client("http://127.0.0.1:" + healthPort);
    watcher.get("/actuator/health").expect(200);
    watcher.get("/actuator/health/readiness").expect(200);
    for (String path : List.of("/api/doctors", "/v3/api-docs", "/actuator/prometheus", "/")) {
      watcher.get(path).expect(404, "NOT_FOUND");
    }
  }

  @Test
  void tooManyRequestsAreRefusedForAWhile() {
    try (TestServer narrow = server.join("MEDIC_CALLER_REQUESTS=20", "MEDIC_ADDRESS_REQUESTS=30")) {
      Client admin = narrow.admin();
      Client auditor = narrow.auditor();
      assertBounded(() -> admin.get("/api/doctors?limit=1"), 200, 20);
      auditor.get("/api/doctors?limit=1").expect(200);
      assertBounded(() -> narrow.anonymous().get("/api/doctors"), 401, 28);
      narrow.anonymous().as("nonsense").get("/api/doctors").expect(429, "TOO_MANY_REQUESTS");
      narrow.anonymous().get("/actuator/health").expect(200);
      auditor.get("/api/doctors?limit=1").expect(200);
    }
  }

  private static void assertBounded(
      java.util.function.Supplier<Answer> request, int usually, int allowed) {
    for (int i = 0; i < allowed; i++) {
      request.get().expect(usually);
    }
    Answer last = request.get();
    for (int i = 0; i < 5 && last.status() != 429; i++) {
      last = request.get();
    }
    last.expect(429, "TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(last.header("Retry-After").orElseThrow())).isPositive();
  }
}
