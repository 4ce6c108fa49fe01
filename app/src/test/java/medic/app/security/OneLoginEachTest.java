package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import medic.app.chaos.Simultaneously;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever registers somebody may make their login, once; nobody else may, however they ask. */
class OneLoginEachTest {

  private static TestServer server;
  private static Client admin;
  private static Client registrar;
  private static Client otherDoctor;

  private final UUID patient = UUID.randomUUID();

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
    Practice practice = new Practice(admin);
    registrar = server.anonymous().login(practice.doctor().login, "long enough");
    otherDoctor = server.anonymous().login(practice.doctor().login, "long enough");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theSameRegistrationMayBeSentTwice() {
    Map<String, Object> body = body(patient, name());
    registrar.post("/api/patients", body).expect(201);
    registrar.post("/api/patients", body).expect(201);

    assertThat(loginsOf(patient)).isEqualTo(1);
  }

  @Test
  void aSecondLoginIsRefused() {
    registrar.post("/api/patients", body(patient, name())).expect(201);
    registrar.post("/api/patients", body(patient, name())).expect(409, "LOGIN_EXISTS");

    assertThat(loginsOf(patient)).isEqualTo(1);
  }

  @Test
  void nobodyElseMakesOne() {
    registrar.post("/api/patients", body(patient, null)).expect(201);
    String wanted = name();
    for (Client other : List.of(otherDoctor, admin)) {
      other.post("/api/patients", body(patient, wanted)).expect(409, "ID_ALREADY_USED");
    }

    assertThat(loginsOf(patient)).isZero();
    registrar.post("/api/patients", body(patient, wanted)).expect(201);
    assertThat(loginsOf(patient)).isEqualTo(1);
  }

  @Test
  void aDoctorHasOneLoginToo() {
    UUID doctor = UUID.randomUUID();
    admin.post("/api/doctors", doctorsBody(doctor, name())).expect(201);
    admin.post("/api/doctors", doctorsBody(doctor, name())).expect(409, "LOGIN_EXISTS");

    assertThat(loginsOf(doctor)).isEqualTo(1);
  }

  @Test
  void aRefusedRegistrationLeavesNoLogin() {
    registrar.post("/api/patients", body(patient, null)).expect(201);
    String name = name();
    Map<String, Object> another = body(patient, name);
    another.put("fullName", "Somebody Else");
    registrar.post("/api/patients", another).expect(409, "ID_ALREADY_USED");

    assertThat(loginsOf(patient)).isZero();
    registrar.post("/api/patients", body(UUID.randomUUID(), name)).expect(201);
  }

  @Test
  void whoeverLosesTheRaceForANameAsksAgainWithAnother() throws Exception {
    String name = name();
    List<UUID> patients = List.of(patient, UUID.randomUUID());
    List<Callable<Integer>> asked =
        patients.stream().<Callable<Integer>>map(id -> () -> register(id, name).status()).toList();
    List<Integer> statuses = Simultaneously.call(asked);

    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    UUID loser = patients.get(statuses.indexOf(409));
    assertThat(loginsOf(loser)).isZero();
    register(loser, name()).expect(201);
    assertThat(Stream.of(patient, loser).map(OneLoginEachTest::loginsOf)).containsOnly(1L);
  }

  private static Answer register(UUID patient, String username) {
    return registrar.post("/api/patients", body(patient, username));
  }

  private static Map<String, Object> body(UUID patient, String username) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "patientId", patient, "fullName", "Grace Patient", "email", "grace@example.org"));
    if (username != null) {
      body.put("login", login(username));
    }
    return body;
  }

  private static Map<String, Object> doctorsBody(UUID doctor, String username) {
    return Map.of(
        "doctorId", doctor,
        "fullName", "Dr. Ada Test",
        "specialty", "Dermatology",
        "email", "ada@example.org",
        "timezone", "Europe/Berlin",
        "login", login(username));
  }

  private static Map<String, String> login(String username) {
    return Map.of("username", username, "password", "long enough");
  }

  private static String name() {
    return "p." + UUID.randomUUID().toString().substring(0, 8);
  }

  private static long loginsOf(UUID person) {
    return JdbcClient.create(server.dataSource())
        .sql("select count(*) from work.login where person = ?")
        .param(person)
        .query(Long.class)
        .single();
  }
}
