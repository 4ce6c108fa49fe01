package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import medic.app.chaos.ChildServer;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program itself with an issuer, as an installation runs it. It is started once, before its
 * issuer is; the tests follow its life from there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("server")
class OidcServerTest {

  @TempDir static Path data;
  private static OidcStub issuer;
  private static ChildServer server;
  private static String anEarlyToken;

  @BeforeAll
  static void startBeforeItsIssuer() throws Exception {
    issuer = OidcStub.away();
    server = ChildServer.start(data, Map.of("MEDIC_OIDC_ISSUER", issuer.issuer()));
    anEarlyToken = token("ADMIN", null);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    issuer.close();
  }

  private static String token(String role, String person) throws JOSEException {
    Map<String, Object> claims = issuer.claims("sso|" + role.toLowerCase(Locale.ROOT));
    claims.put("role", role);
    claims.put("person", person);
    return issuer.tokenOfType("at+jwt", claims);
  }

  private static Client as(String token) {
    return server.client().as(token);
  }

  private static Answer doctors(String token) {
    return as(token).get("/api/doctors");
  }

  private static void expectUnavailable(String token) {
    Answer answer = doctors(token).expect(503, "UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isPresent();
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
  }

  private static void awaitStatus(int status, String token) {
    Await.until(Duration.ofSeconds(20), () -> doctors(token).status(), found -> found == status);
  }

  @Test
  @Order(1)
  void whileTheIssuerIsNotThereNoTokenIsCalledFalse() {
    expectUnavailable(anEarlyToken);
    server.client().get("/api/doctors").expect(401, "UNAUTHENTICATED");
    server.client().get("/actuator/health/liveness").expect(200);
  }

  @Test
  @Order(2)
  void onceItIsThereTheSameTokenIsTaken() throws Exception {
    issuer.comeBack();
    awaitStatus(200, anEarlyToken);
  }

  @Test
  @Order(3)
  void thereAreNoLoginsOfOurOwn() throws Exception {
    Client admin = as(token("ADMIN", null));
    Map<String, Object> patient = new HashMap<>();
    patient.put("fullName", "Grace Patient");
    patient.put("email", "grace@example.org");
    String id = admin.post("/api/patients", patient).expect(201).text("patientId");
    patient.put("login", Map.of("username", "grace"));

    server
        .client()
        .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
        .expect(404);
    admin.get("/api/admin/logins").expect(404);
    admin.post("/api/patients", patient).expect(409, "LOGINS_ELSEWHERE");
    admin.post("/api/patients/" + id + "/invitation", null).expect(409, "LOGINS_ELSEWHERE");
  }

  @Test
  @Order(4)
  void aVisitIsBookedMovedAndReadByThoseWhoSignedInThere() throws Exception {
    Client admin = as(token("ADMIN", null));
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor(Map.of("allowPatientReschedule", true));
    String patient = practice.patient();
    Client own = as(token("PATIENT", patient));
    var slots = doctor.slots(own);
    String slot = slots.get(3).path("startsAt").asString();

    Answer booked =
        own.with("Idempotency-Key", "my-first-booking")
            .post("/api/appointments", doctor.booking(patient, slot))
            .expect(201);
    own.post("/api/appointments", doctor.booking(patient, slot)).expect(409, "SLOT_TAKEN");
    String path = booked.header("Location").orElseThrow();
    Client doctorsOwn = as(token("DOCTOR", doctor.id));
    doctorsOwn
        .with("Medic-Position", booked.header("Medic-Position").orElseThrow())
        .get(path)
        .expect(200);
    as(token("DOCTOR", UUID.randomUUID().toString())).get(path).expect(404);
    doctorsOwn.post(path + "/cancel", Map.of("reason", "Ill")).expect(200);

    Client auditor = as(token("AUDITOR", null));
    Await.until(
        () -> auditor.get(path + "/timeline").body().path("entries").findValuesAsString("actorId"),
        actors -> actors.containsAll(List.of(patient, doctor.id)));
  }

  @Test
  @Order(5)
  void anAuditorAndAnAdminOfTheIssuersDoTheirWork() throws Exception {
    Client auditor = as(token("AUDITOR", null));
    Client admin = as(token("ADMIN", null));
    String patient = new Practice(admin).patient();

    for (Client one : new Client[] {auditor, admin}) {
      one.get("/api/audit/checkpoint").expect(200);
      assertThat(one.get("/api/audit/export?format=ndjson").expect(200).raw().body())
          .contains("patient");
      one.get("/api/audit/events?limit=5").expect(200);
      one.get("/api/admin/dead-letters").expect(200);
    }
    auditor.post("/api/patients/" + patient + "/erase", erasure()).expect(403);
    admin.post("/api/patients/" + patient + "/erase", erasure()).expect(202);
    Await.until(
        () -> admin.get("/api/patients/" + patient + "/erasure").status(), status -> status == 200);
    assertThat(auditor.get("/api/audit/events?actorId=sso%7Cadmin&limit=100").expect(200).raw())
        .extracting(raw -> raw.body())
        .asString()
        .contains("sso|admin");
  }

  private static Map<String, String> erasure() {
    return Map.of("ground", "patient_request");
  }

  @Test
  @Order(6)
  void aNewKeyIsFoundAndAnOldOneGoes() throws Exception {
    String old = token("ADMIN", null);
    doctors(old).expect(200);
    issuer.signWithNewKey("k2");
    awaitStatus(200, token("ADMIN", null));

    Await.until(
        ProviderKeys.FRESH.multipliedBy(2).plusSeconds(10),
        () -> doctors(old).status(),
        status -> status == 401);
  }

  @Test
  @Order(7)
  void whileItIsAwayKnownKeysServeAndOthersCannotBeJudged() throws Exception {
    issuer.goAway();
    doctors(token("ADMIN", null)).expect(200);
    Map<String, Object> claims = issuer.claims("sso|admin");
    claims.put("role", "ADMIN");
    String ofANewKey = issuer.tokenOfAnotherKey("k3", claims);
    awaitStatus(503, ofANewKey);
    expectUnavailable(ofANewKey);
    doctors(token("ADMIN", null)).expect(200);
  }

  @Test
  @Order(8)
  void whenItIsBackAllGoesOn() throws Exception {
    issuer.signWithNewKey("k4");
    issuer.comeBack();
    awaitStatus(200, token("ADMIN", null));
  }
}
