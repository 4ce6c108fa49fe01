package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medic.app.journey.Crowd.Patient;
import medic.app.journey.Routes.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route, asked by several patients and doctors about each other at random: nobody is told of
 * a patient who is none of theirs, whatever the answer is. An auditor reads everything and changes
 * nothing. {@code -Dmedic.privacy.rounds=20 -Dmedic.privacy.seed=7} asks more, or the same again.
 */
@Tag("server")
class WhoSeesWhomTest {

  private static final int ROUNDS = Integer.getInteger("medic.privacy.rounds", 1);
  private static final long SEED = Long.getLong("medic.privacy.seed", 20261130L);

  /** What a read needs beside its path. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/doctors/{doctorId}/availability", "?appointmentTypeId={appointmentTypeId}",
          "/api/doctors/{doctorId}/availability/changes",
              "?from=2026-01-01&appointmentTypeId={appointmentTypeId}",
          "/api/doctors/{doctorId}/changes", "?from=2026-01-01",
          "/api/appointments/{appointmentId}/changes", "?from=2026-01-01",
          "/api/audit/proof", "?eventId={eventId}",
          "/api/audit/consistency", "?from=1",
          "/api/audit/export", "?patientId={patientId}");

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** Events of a caller's doing, but for the record of what they asked. */
  private static final String DEEDS =
      "select count(*) from store.domain_event_entry"
          + " where payload_type not like 'medic.events.access.%'"
          + " and payload_type <> 'medic.events.login.SignedIn'"
          + " and convert_from(meta_data, 'UTF8') like '%\"' || :actor || '\"%'"
          + " and convert_from(payload, 'UTF8') like '%' || :about || '%'";

  private static final Map<String, String> connections = new HashMap<>();
  private static final Map<String, String> times = new HashMap<>();
  private static Random random;
  private static TestServer server;
  private static TestFeed feed;
  private static Client admin;
  private static Crowd crowd;
  private static String event;

  @BeforeAll
  static void start() {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    random = new Random(SEED);
    server = TestServer.shared();
    feed = TestFeed.start();
    admin = server.admin();
  }

  @BeforeEach
  void gather() {
    crowd = Crowd.gather(server, random);
    crowd.doctors.forEach(doctor -> connections.put(doctor.id, connection(doctor)));
    crowd.doctors.forEach(WhoSeesWhomTest::setUp);
    admin.post("/api/audit/checkpoint", null).expect(200);
    event = admin.get("/api/audit/events?limit=1").body().findValue("eventId").asString();
  }

  /** Times of a doctor's that are read one by one. */
  private static void setUp(Practice.Doctor doctor) {
    Map<String, Object> away =
        new HashMap<>(Map.of("startsAt", "2030-01-01T08:00:00Z", "endsAt", "2030-01-02T08:00:00Z"));
    String timeOff = admin.post(doctor.path("/time-off"), away).expect(201).text("timeOffId");
    away.put("status", "blocked");
    String exception = admin.post(doctor.path("/exceptions"), away).expect(201).text("exceptionId");
    Map<String, Object> hours =
        Map.of("dayOfWeek", "MONDAY", "workStart", "23:40", "workEnd", "23:50");
    times.put(doctor.id + "timeOffId", timeOff);
    times.put(doctor.id + "exceptionId", exception);
    times.put(doctor.id + "templateId", doctor.addTemplate(hours));
    admin.get(doctor.path("")).expect(200);
  }

  private static String connection(Practice.Doctor doctor) {
    Map<String, Object> wish =
        Map.of("provider", "icalendar", "name", "Duty", "url", feed.address());
    return admin.post(doctor.path("/calendar-connections"), wish).expect(201).text("connectionId");
  }

  @AfterAll
  static void stop() {
    server.close();
    feed.close();
  }

  @Test
  void patientsAreToldOfThemselvesAndChangeNobodyElse() {
    for (int round = 0; round < ROUNDS; round++) {
      for (Patient caller : crowd.patients) {
        for (Route route : routes()) {
          asksAbout(caller.client(), route, any(), patient -> patient == caller);
        }
      }
    }
    for (Patient caller : crowd.patients) {
      assertThat(deeds(caller.id(), caller.id())).isPositive();
      for (Patient other : crowd.patients) {
        if (other != caller) {
          assertThat(deeds(caller.id(), other.id())).isZero();
        }
      }
    }
  }

  @Test
  void doctorsAreToldOfTheirOwnPatientsOnly() {
    for (int round = 0; round < ROUNDS; round++) {
      for (Practice.Doctor caller : crowd.doctors) {
        Client client = server.anonymous().login(caller.login(), "long enough");
        for (Route route : routes()) {
          asksAbout(client, route, any(), patient -> patient.doctor() == caller);
        }
      }
    }
  }

  @Test
  void anAuditorReadsEverythingAndChangesNothing() {
    Client auditor = server.auditor();
    List<Route> routes = routes();
    assertThat(routes).filteredOn(Route::isRead).hasSizeGreaterThan(20);
    assertThat(routes).filteredOn(route -> !route.isRead()).hasSizeGreaterThan(30);
    for (Route route : routes) {
      Answer answer = ask(auditor, route, any());
      assertThat(answer.status())
          .as(route + ": " + answer.raw().body())
          .isEqualTo(route.isRead() && !isDryRun(route) ? 200 : 403);
    }
    assertThat(deeds("admin", "")).isPositive();
    assertThat(deeds("auditor", "")).isZero();
  }

  /** What a change would do is asked by those who may make it. */
  private static boolean isDryRun(Route route) {
    return route.path().endsWith("/visits-hit");
  }

  private static void asksAbout(
      Client client, Route route, Patient asked, Predicate<Patient> mayBeTold) {
    String answer = ask(client, route, asked).raw().body();
    for (Patient patient : crowd.patients) {
      if (!mayBeTold.test(patient)) {
        assertThat(answer)
            .as("%s about %s tells of %s", route, asked.id(), patient.id())
            .doesNotContain(patient.word());
        if (patient != asked) { // a refusal may repeat the id that was asked for
          assertThat(answer)
              .as("%s about %s tells of %s", route, asked.id(), patient.id())
              .doesNotContain(patient.id(), patient.visit());
        }
      }
    }
  }

  private static List<Route> routes() {
    return Routes.of(server).stream()
        .filter(route -> !route.method().equals("*") && !route.isPublic() && !route.isStream())
        .filter(route -> !isOfOwnLogin(route))
        .toList();
  }

  /** Everybody may end their own token or set another password: nobody else is in that. */
  private static boolean isOfOwnLogin(Route route) {
    return route.path().startsWith("/api/auth/");
  }

  private static Patient any() {
    return crowd.patients.get(random.nextInt(crowd.patients.size()));
  }

  private static Answer ask(Client client, Route route, Patient about) {
    String path = route.path() + (route.isRead() ? QUERIES.getOrDefault(route.path(), "") : "");
    Matcher variables = VARIABLE.matcher(path);
    String filled = variables.replaceAll(variable -> value(variable.group(1), about));
    return client.send(route.method(), filled, route.isRead() ? null : Map.of());
  }

  private static String value(String variable, Patient about) {
    return switch (variable) {
      case "patientId" -> about.id();
      case "appointmentId" -> about.visit();
      case "doctorId" -> about.doctor().id;
      case "appointmentTypeId" -> about.doctor().type;
      case "locationId" -> about.doctor().location;
      case "roomId" -> about.doctor().room;
      case "connectionId" -> connections.get(about.doctor().id);
      case "timeOffId", "exceptionId", "templateId" -> times.get(about.doctor().id + variable);
      case "eventId" -> event;
      case "name" -> "bookings";
      default -> UUID.randomUUID().toString();
    };
  }

  private static long deeds(String actor, String about) {
    return JdbcClient.create(server.dataSource())
        .sql(DEEDS)
        .param("actor", actor)
        .param("about", about)
        .query(Long.class)
        .single();
  }
}
