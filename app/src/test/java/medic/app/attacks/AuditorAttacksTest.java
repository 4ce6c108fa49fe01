package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import medic.app.attacks.DescribedRoutes.Route;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an auditor tries, who may read all and change nothing; the practice goes on after each. */
@ExtendWith(UnderAttack.class)
@Timeout(300)
@Tag("server")
class AuditorAttacksTest {

  private final AttackedPractice attacked;
  private final Probes probes;
  private final Connections connections;
  private final String address = AttackedPractice.newAddress();
  private final String token;
  private final Client own;

  AuditorAttacksTest(AttackedPractice attacked) {
    this.attacked = attacked;
    this.probes = new Probes(attacked);
    this.connections = new Connections(attacked.server().address());
    this.token = attacked.token("auditor", "demo", address);
    this.own = attacked.as(token, address);
  }

  @Test
  void idsOfNobodyOpenNoDoor() {
    probes.asksForNobody(own);
  }

  @Test
  void everyDeedIsRefused() {
    List<Route> deeds =
        attacked
            .routes()
            .askable()
            .filter(route -> !route.isRead() && !route.isOpen())
            .filter(route -> !route.path().startsWith("/api/auth/"))
            .toList();
    assertThat(deeds).hasSizeGreaterThan(30);
    for (Route deed : deeds) {
      Answer answer = deed.ask(own, probes::victims);
      assertThat(answer.status()).as(deed + " " + answer.raw().body()).isEqualTo(403);
    }
  }

  @Test
  void noGlassIsBrokenAndNothingErased() {
    String victim = "/api/patients/" + attacked.victim().patient();
    own.post(victim + "/emergency-access", Map.of("reason", "Curiosity")).expect(403);
    own.post(victim + "/erase", Map.of("ground", "patient_request")).expect(403);
    own.post(victim + "/legal-hold", null).expect(403);
    own.post("/api/audit/checkpoint", null).expect(403);
    own.post("/api/audit/integrity", null).expect(403);

    attacked.victim().client().get(victim).expect(200);
  }

  @Test
  void whoeverReadsIsOnRecordAndThePatientIsTold() {
    String victim = "/api/patients/" + attacked.victim().patient();
    own.get(victim).expect(200);

    Await.until(
        () -> attacked.victim().client().get(victim + "/access?limit=100").raw().body(),
        access -> access.contains("AUDITOR"));
  }

  @Test
  void whatThePatientSaidStaysSealedInTheLog() {
    String about = "patientId=" + attacked.victim().patient();
    assertThat(own.get("/api/audit/export?" + about).expect(200).raw().body())
        .contains(attacked.victim().visit())
        .doesNotContain(AttackedPractice.WORD, "itches");
    assertThat(own.get("/api/audit/events?limit=200&" + about).expect(200).raw().body())
        .doesNotContain(AttackedPractice.WORD + " itches");
  }

  @Test
  void theLogIsNotAskedForWhatItHoldsBeyondItsFilters() {
    for (String query :
        List.of(
            "limit=1000000",
            "limit=-1",
            "limit=x",
            "cursor=%27%20or%201=1",
            "cursor=-9223372036854775808",
            "from=now",
            "to=9999999-01-01T00:00:00Z",
            "patientId=%27",
            "appointmentId=00000000-0000-0000-0000-00000000000g")) {
      Probes.isProblem(own.get("/api/audit/events?" + query)).expect(400);
    }
    for (String path :
        List.of(
            "/api/audit/consistency?from=-1",
            "/api/audit/consistency?from=9223372036854775807",
            "/api/audit/proof?eventId=nothing",
            "/api/audit/export?format=exe")) {
      assertThat(own.get(path).status()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void exportsThatNobodyReadsLeaveRoomForOthers() throws Exception {
    List<Integer> statuses = connections.openAll(12, "/api/audit/export", token);

    assertThat(statuses).contains(200);
    assertThat(statuses).allMatch(status -> status == 200 || status == 429 || status == 503);
    Await.until(() -> own.get("/api/audit/export?limit=1").status(), status -> status != 503);
  }

  @Test
  void manyExportsAtOnceAreEachWholeOrRefused() {
    List<CompletableFuture<Answer>> exports =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> own.get("/api/audit/export")))
            .toList();
    for (CompletableFuture<Answer> export : exports) {
      Answer answer = export.join();
      assertThat(answer.status()).isIn(200, 429, 503);
      if (answer.status() == 200) {
        assertThat(answer.raw().body()).contains(attacked.victim().visit());
      } else {
        assertThat(Probes.isProblem(answer).header("Retry-After")).isPresent();
      }
    }
  }

  @Test
  void administersNoLoginsAndSeesNoPatientsName() {
    probes.administersNoLogins(own);
    assertThat(own.get("/api/admin/logins?limit=200").expect(200).raw().body())
        .doesNotContain(attacked.victim().login());
  }

  @Test
  void aTokenSaysNoMoreThanItWasGivenFor() {
    probes.forgesTokens(token);
  }

  @Test
  void aTokenThatIsSignedOutIsOver() {
    String other = attacked.token("auditor", "demo", address);
    attacked.as(other, address).post("/api/auth/sign-out", null).expect(204);

    attacked.as(other, address).get("/api/audit/events").expect(401);
    own.get("/api/audit/events").expect(200);
  }

  @Test
  void positionsMakeNobodyWait() {
    Probes.waitsForNothing(own, "/api/audit/events", 400);
  }

  @Test
  void aThousandStreamsAreTwenty() throws Exception {
    var doctor = attacked.victim().doctor();
    List<Integer> statuses =
        connections.openAll(
            1000, doctor.path("/availability/stream?appointmentTypeId=" + doctor.type), token);

    assertThat(statuses.subList(20, 1000)).containsOnly(429);
  }

  @Test
  void bodiesThatDripStopNobody() throws Exception {
    probes.drips(token, "/api/auth/password");
  }

  @Test
  void whatCannotBeReadIsAProblem() throws Exception {
    probes.sendsWhatCannotBeRead(token);
  }

  @Test
  void aTokenIsNoPassword() {
    Probes.guessesThePassword(own);
  }

  @Test
  void whatIsTypedIntoAFilterIsNotWrittenToTheServersLog() {
    for (String typed : List.of("%1b%5b31m", "%24%7bjndi:ldap://127.0.0.1:1/a%7d", "%0d%0aINFO")) {
      assertThat(own.get("/api/audit/events?actorId=" + typed).status()).isIn(200, 400);
    }

    assertThat(attacked.written()).doesNotContain("jndi", "\u001b");
  }

  @Test
  void healthIsOneWord() {
    probes.seesOneWordOfHealth(own);
  }

  @Test
  void todayIsNotTakenForYesterday() {
    probes.asksWhatIsNotKnown(own);
    var victim = attacked.victim();
    for (String path :
        List.of(
            victim.doctor().path("/agenda"),
            victim.doctor().path("/analytics"),
            "/api/patients/" + victim.patient() + "/appointments",
            "/api/patients/" + victim.patient())) {
      Answer refused = own.get(path + "?asOf=2026-01-01T00:00:00Z").expect(400);
      assertThat(refused.body().path("errors").findValuesAsString("field")).contains("asOf");
    }
    own.get("/api/appointments/" + victim.visit() + "?asOf=yesterday").expect(400);
    own.get("/api/appointments/" + victim.visit() + "?asOf=2020-01-01T00:00:00Z").expect(404);
  }

  @Test
  void theLogStillProvesItself() {
    long size = integrity().path("size").asLong();
    attacked.admin().post("/api/audit/integrity", null).expect(202);

    JsonNode found =
        Await.until(this::integrity, view -> view.path("examinedSize").asLong() >= size);
    assertThat(found.path("status").asString()).as(found.toString()).isEqualTo("INTACT");
    assertThat(size).isPositive();
  }

  private JsonNode integrity() {
    return own.get("/api/audit/integrity").expect(200).body();
  }
}
