package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.app.chaos.ChildServer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL amid a round that writes, and amid one that reads: the process that is started next goes
 * on, both calendars agree, nothing is there twice, and a further sync writes nothing. {@code
 * -Dmedic.kill.rounds=20} kills more often.
 */
@Tag("server")
class KilledDuringSyncTest {

  private static final int ROUNDS = Integer.getInteger("medic.kill.rounds", 2);
  private static final long SEED = Long.getLong("medic.kill.seed", 20261130L);
  private static final int MANY = 12;
  private static final Duration MAX_WAIT = Duration.ofSeconds(60);
  private static final String ACCOUNT = "ada@example.org";

  @TempDir static Path data;

  private static Google google;

  private final Random random = new Random(SEED);
  private final List<String> appointments = new ArrayList<>();
  private Client admin;
  private Practice.Doctor doctor;
  private ConnectionId connection;
  private List<String> starts;

  @BeforeAll
  static void start() {
    google = new Google(SEED);
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @Test
  void theNextProcessGoesOn() {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    ChildServer server = begin();
    for (int i = 0; i < ROUNDS; i++) {
      google.control("PUT", "settings", Map.of("latencyMillis", 100, "largestPage", 2));
      int before = i % 2 == 0 ? killWhileWriting(server, i) : killWhileReading(server, i);
      google.control("PUT", "settings", Map.of("latencyMillis", 0, "largestPage", 250));
      assertThat(before).as("killed amid the round").isLessThan(MANY);
      server = restarted();
      bothAgree();
    }
    nothingMoreIsWritten();
    server.close();
  }

  private ChildServer begin() {
    ChildServer server = ChildServer.start(data, google.environment());
    admin = server.client().login("admin", "demo");
    doctor = new Practice(admin).doctor();
    connection = new Consents(admin, google).connect(doctor, ACCOUNT);
    starts = doctor.slots(admin).findValuesAsString("startsAt");
    return server;
  }

  private ChildServer restarted() {
    ChildServer server = ChildServer.start(data, google.environment());
    admin = server.client().login("admin", "demo");
    return server;
  }

  /** Answers how many of the new copies were there. */
  private int killWhileWriting(ChildServer server, int round) {
    int already = copiesThere().size();
    String patient = new Practice(admin).patient();
    for (String start : slots(round)) {
      appointments.add(
          admin
              .post("/api/appointments", doctor.booking(patient, start))
              .expect(201)
              .text("appointmentId"));
    }
    int seen = 1 + random.nextInt(3);
    Await.until(() -> copiesThere().size() - already, count -> count >= seen);
    server.kill();
    return copiesThere().size() - already;
  }

  /** Answers how many of the new entries were known here. */
  private int killWhileReading(ChildServer server, int round) {
    for (String start : slots(round)) {
      google.puts(ACCOUNT, start, Instant.parse(start).plusSeconds(1800).toString());
    }
    int already = busyHere().size();
    insist();
    int seen = 1 + random.nextInt(3);
    int known = Await.until(() -> busyHere().size() - already, count -> count >= seen);
    server.kill();
    return known;
  }

  private List<String> slots(int round) {
    return starts.subList(round * MANY, (round + 1) * MANY);
  }

  private void insist() {
    admin.post(connectionPath("/sync"), null).expect(202);
  }

  private String connectionPath(String rest) {
    return doctor.path("/calendar-connections/" + connection.value() + rest);
  }

  private void bothAgree() {
    try {
      Await.until(MAX_WAIT, KilledDuringSyncTest::copiesThere, copiesOf(appointments)::equals);
      Await.until(MAX_WAIT, this::busyHere, entriesThere()::equals);
    } catch (AssertionError disagree) {
      throw new AssertionError(
          "seed " + SEED + ", with " + admin.get(connectionPath("")).raw().body(), disagree);
    }
  }

  private void nothingMoreIsWritten() {
    synchronised();
    String before = google.events(ACCOUNT).toString();
    List<String> busy = busyHere();
    synchronised();
    assertThat(google.events(ACCOUNT).toString()).isEqualTo(before);
    assertThat(busyHere()).isEqualTo(busy);
  }

  private void synchronised() {
    String last = admin.get(connectionPath("")).text("lastSyncedAt");
    insist();
    Await.until(
        MAX_WAIT, () -> admin.get(connectionPath("")).text("lastSyncedAt"), at -> !at.equals(last));
  }

  private static Set<String> copiesOf(List<String> appointments) {
    return appointments.stream()
        .map(Calendars::copyOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> copiesThere() {
    return alive(true)
        .map(event -> event.path("id").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> entriesThere() {
    return alive(false).map(event -> event.path("id").asString()).sorted().toList();
  }

  private static Stream<JsonNode> alive(boolean ours) {
    return google.alive(ACCOUNT).stream()
        .filter(event -> event.path("id").asString().startsWith("medic") == ours);
  }

  private List<String> busyHere() {
    return admin
        .get(connectionPath("/busy-times"))
        .expect(200)
        .body()
        .valueStream()
        .map(entry -> entry.path("externalId").asString())
        .sorted()
        .toList();
  }
}
