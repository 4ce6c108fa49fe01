package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests that never reach an endpoint, or should not: each is answered with a problem. */
@Tag("server")
class RawInputTest {

  private static final String OPT_OUT = "/api/notifications/opt-out";
  private static final String TOKEN = "/api/auth/token";
  private static final int GENERATED = Integer.getInteger("medic.raw.inputs", 600);
  private static final long SEED = Long.getLong("medic.raw.seed", 20261130L);

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawAnswer send(String bytes) throws Exception {
    return RawAnswer.to(server.address(), bytes);
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  }

  private static String form(String path, String body) {
    return post(path, "application/x-www-form-urlencoded", body);
  }

  private static String post(String path, String type, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String chunked(String path, String type, String chunks) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunks;
  }

  /** Only JSON is read strictly: no other format that some library knows is a way around that. */
  @Test
  void takesObjectsAsJsonOnly() throws Exception {
    String yaml = "username: nobody\npassword: wrong\n";
    String json = "{\"username\":\"nobody\",\"password\":\"wrong\"}";
    assertThat(send(post(TOKEN, "application/json", json)).status()).isEqualTo(401);
    Client admin = server.admin();
    for (String type :
        List.of(
            "application/yaml",
            "application/yaml;charset=UTF-8",
            "application/x-yaml",
            "text/yaml",
            "application/cbor",
            "application/x-jackson-smile",
            "application/xml",
            "application/toml",
            "text/csv",
            "application/octet-stream",
            "text/plain")) {
      assertThat(send(post(TOKEN, type, yaml)).status()).as(type).isEqualTo(415);
      assertThat(admin.with("Accept", type).get("/api/doctors").status())
          .as("accepting " + type)
          .isEqualTo(406);
    }
  }

  @Test
  void parametersThatCannotBeRead() throws Exception {
    for (String query :
        List.of(
            "token=%", "token=%ff", "token=%zz", "x=%ff", "%ff=1", "token=%c3%28", "token=%0")) {
      send(get(OPT_OUT + "?" + query)).expectProblem(query, 400);
      send(form(OPT_OUT, query)).expectProblem("form " + query, 400);
      send(post(TOKEN + "?" + query, "application/json", "{}")).expectProblem(query, 400);
      send(get("/api/doctors?" + query)).expectProblem(query, 400, 401);
    }
  }

  @Test
  void moreParametersThanAnybodyNeeds() throws Exception {
    String many =
        IntStream.range(0, 1200).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
    send(form(OPT_OUT, "token=x&" + many)).expectProblem("1,200 fields", 400, 413);
    send(form("/api/notifications/sms/inbound", many)).expectProblem("1,200 fields", 400, 413, 404);
    send(get(OPT_OUT + "?" + many.substring(0, 6000))).expectProblem("900 parameters", 400);
  }

  @Test
  void formsThatAreTooLarge() throws Exception {
    String large = "token=" + "x".repeat(1 << 20);
    send(form(OPT_OUT, large)).expectProblem("announced", 413);
    String chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
    send(chunked(OPT_OUT, "application/x-www-form-urlencoded", chunk))
        .expectProblem("not announced", 413);
    send(chunked(TOKEN, "application/json", chunk)).expectProblem("JSON", 413);
  }

  @Test
  void formatsThatNobodyTakes() throws Exception {
    send(post(TOKEN, "multipart/form-data", "--x\r\n")).expectProblem("no boundary", 415);
    send(post(OPT_OUT, "multipart/form-data", "--x\r\n")).expectProblem("no boundary", 400, 415);
    send(post(TOKEN, "multipart/form-data; boundary=x", "--x\r\n\r\n--x--"))
        .expectProblem("multipart", 415);
    send(post(TOKEN, "nonsense", "{}")).expectProblem("no type", 415);
    for (String any : List.of("*/*", "*", "application/*", "application/*+json", "text/*;a=b")) {
      send(post(TOKEN, any, "{}")).expectProblem(any, 415);
      send(post("/api/appointments/x/confirm", any, "")).expectProblem(any, 415);
    }
    send(post(TOKEN, "application/json; charset=nonsense", "{}"))
        .expectProblem("charset", 415, 400);
  }

  @Test
  void methodsThatAreNone() throws Exception {
    String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    send("CONNECT localhost:80" + rest).expectProblem("CONNECT", 400, 405, 501);
    send("CONNECT /api/doctors" + rest).expectProblem("CONNECT", 400, 405, 501);
    send("TRACE /api/doctors" + rest).expectProblem("TRACE", 400, 405);
    send("BREW /api/doctors" + rest).expectProblem("BREW", 400, 405, 501);
    send("PATCH /api/auth/token" + rest).expectProblem("PATCH", 401, 405);
    send("G@T /api/doctors" + rest).expectProblem("G@T", 400);
    send("get /api/doctors" + rest).expectProblem("get", 400, 405, 501);
  }

  @Test
  void requestsThatAreNone() throws Exception {
    String host = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    send("GET /api/{}|<> HTTP/1.1" + host).expectProblem("bad target", 400);
    send("GET /api/\0 HTTP/1.1" + host).expectProblem("NUL", 400);
    send("GET /api/%00 HTTP/1.1" + host).expectProblem("NUL", 400);
    send("GET /api/%2e%2e/%2f HTTP/1.1" + host).expectProblem("encoded slash", 400, 401);
    send("GET //api//doctors HTTP/1.1" + host).expectProblem("slashes", 400, 401);
    send("GET /api/doctors;a=b HTTP/1.1" + host).expectProblem("matrix", 400);
    send("GET http:// HTTP/1.1" + host).expectProblem("no host", 400);
    send("GET * HTTP/1.1" + host).expectProblem("asterisk", 400, 401, 404);
    send("GET /api/doctors HTTP/9.9" + host).expectProblem("version", 505);
    send("GET /api/doctors HTTP/1.1\r\nConnection: close\r\n\r\n").expectProblem("no Host", 400);
    for (String bad : List.of("a b", "a:b:c", "[::1", "localhost:99999x", "ä", "<script>")) {
      send("GET /api/doctors HTTP/1.1\r\nHost: " + bad + "\r\nConnection: close\r\n\r\n")
          .expectProblem("Host " + bad, 400);
    }
    send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").expectProblem("two Hosts", 400);
  }

  @Test
  void headersThatAreNone() throws Exception {
    String start = "GET /api/doctors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    send(start + "X: " + "x".repeat(20_000) + "\r\n\r\n").expectProblem("long", 400, 431);
    send(get("/" + "x".repeat(20_000))).expectProblem("long target", 400, 414);
    send(start + "X".repeat(300) + ": 1\r\n".repeat(300) + "\r\n").expectProblem("many", 400, 431);
    send(start + "no colon\r\n\r\n").expectProblem("no colon", 400);
    send(start + "Authorization: Bearer a b\r\n\r\n").expectProblem("bearer", 401);
    send(start + "Content-Length: -1\r\n\r\n").expectProblem("length", 400);
    send(start + "Content-Length: x\r\n\r\n").expectProblem("length", 400);
    send(start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n").expectProblem("two", 400);
    send(start + "Transfer-Encoding: magic\r\n\r\n").expectProblem("encoding", 400, 501);
    send(start + "Expect: a miracle\r\n\r\n").expectProblem("expectation", 401, 417);
  }

  /** The firewall finds some of them only as they are asked for, when an endpoint is at work. */
  @Test
  void controlCharactersWhereverTheyStand() throws Exception {
    String token =
        server
            .anonymous()
            .post(TOKEN, Map.of("username", "admin", "password", "demo"))
            .expect(200)
            .text("accessToken");
    for (String path : List.of(TOKEN, OPT_OUT, "/api/auth/invitations/accept")) {
      for (String form : List.of("a\r\n=1", "\u0001=1", "%00=1", "%0a=1", "a=1&%7f=", "%c2%85=x")) {
        send(form(path, form)).expectProblem(path + " " + form, 400, 415);
      }
    }
    String start = "GET /api/doctors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    for (String header :
        List.of("Medic-Position", "Idempotency-Key", "Accept", "Accept-Language", "User-Agent")) {
      RawAnswer answer =
          send(start + header + ": \u0085\r\nAuthorization: Bearer " + token + "\r\n\r\n");
      assertThat(answer.status()).as(header + ": " + answer).isIn(200, 400, 406);
    }
  }

  @Test
  void chunksThatAreNone() throws Exception {
    for (String chunks :
        List.of("zz\r\n{}\r\n", "-1\r\n{}\r\n", "ffffffffffff\r\n{}\r\n", "2\r\n{}xx0\r\n\r\n")) {
      send(chunked(TOKEN, "application/json", chunks)).expectProblem(chunks, 400);
      send(chunked(OPT_OUT, "application/x-www-form-urlencoded", chunks))
          .expectProblem(chunks, 400);
    }
  }

  /** Whatever comes, nobody is shown a page of Tomcat's, and nothing breaks. */
  @Test
  void whateverElseComes() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < GENERATED; i++) {
      String bytes = generated(random);
      RawAnswer answer = send(bytes);
      String why = "seed " + SEED + ", input " + i + ": " + bytes;
      assertThat(answer.status()).as(why + answer).isNotEqualTo(500);
      assertThat(answer.body()).as(why).doesNotContainIgnoringCase("<html", "tomcat", "exception");
      if (answer.status() >= 400) {
        answer.expectProblem(why, answer.status());
      }
    }
    server.anonymous().get("/actuator/health/liveness").expect(200);
  }

  private static String generated(Random random) {
    List<String> parts =
        List.of(
            "%",
            "%ff", "%00", "=", "&", "?", "#", "a", "token", ";", "/", "..", "\\", "\"", "{",
            "\u00ff", " ", "\t", "+", "limit=1", "%c3%bc", "[", "]", "<", "|", "\0", "\r", ":");
    String made =
        IntStream.range(0, 1 + random.nextInt(6))
            .mapToObj(i -> parts.get(random.nextInt(parts.size())))
            .collect(Collectors.joining());
    return switch (random.nextInt(6)) {
      case 0 -> get("/api/" + made);
      case 1 -> get(OPT_OUT + "?" + made);
      case 2 -> form(OPT_OUT, made);
      case 3 -> post(TOKEN, "application/json", made);
      case 4 ->
          "GET /api/doctors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + made
              + ": x\r\n\r\n";
      default -> made + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    };
  }

  @Test
  void aParameterThatIsNotKnownIsNamed() {
    Client admin = server.admin();
    for (Routes.Route route : Routes.of(server)) {
      String path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      boolean isAsked = route.isRead() && !route.isPublic();
      if (isAsked && route.handler().getMethodAnnotation(medic.http.Access.class) != null) {
        Answer answer = admin.get(path + "?surely_unknown=1");
        if (answer.status() != 403) {
          assertThat(fields(answer.expect(400)))
              .as(route.toString())
              .containsExactly("surely_unknown");
          assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("UNKNOWN_FIELD");
        }
      }
    }
    assertThat(fields(admin.get("/api/doctors/" + UUID.randomUUID() + "/agenda?asOf=2026-01-01")))
        .containsExactly("asOf");
    assertThat(fields(admin.post("/api/appointments?dryRun=true", Map.of())))
        .containsExactly("dryRun");
  }

  @Test
  void aParameterThatIsSentTwiceIsNamed() {
    Client admin = server.admin();
    Description description = Description.of(server);
    for (Routes.Route route : Routes.of(server)) {
      if (route.isRead() && !route.isPublic() && !route.isStream()) {
        String path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        for (String name : queryNames(description.operation("GET", route.path()))) {
          Answer answer = admin.get(path + "?" + name + "=1&" + name + "=2");
          assertThat(answer.status()).as(route + " " + name).isIn(400, 403);
          if (answer.status() == 400) {
            assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("REPEATED");
          }
        }
      }
    }
  }

  /** Whatever it is taken for: an id, a number, a time, a word or a cursor. */
  @Test
  void aParameterThatIsSentEmptyIsNotGiven() {
    Client admin = server.admin();
    Description description = Description.of(server);
    TreeSet<String> names = new TreeSet<>();
    for (Routes.Route route : Routes.of(server)) {
      if (route.isRead() && !route.isPublic() && !route.isStream()) {
        String path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        Answer without = admin.get(path);
        for (String name : queryNames(description.operation("GET", route.path()))) {
          Answer empty = admin.get(path + "?" + name + "=");
          assertThat(empty.status()).as(route + " " + name).isEqualTo(without.status());
          assertThat(fields(empty)).as(route + " " + name).isEqualTo(fields(without));
          assertThat(empty.text("code")).isEqualTo(without.text("code"));
          names.add(name);
        }
      }
    }
    assertThat(names)
        .contains("appointmentId", "appointmentTypeId", "cursor", "doctorId", "eventId", "from")
        .contains("limit", "locationId", "patientId", "role", "status", "to", "when");
    Answer missing = admin.get("/api/audit/proof?eventId=").expect(400, "INVALID_REQUEST");
    assertThat(missing.body().at("/errors/0/code").asString()).isEqualTo("REQUIRED");
  }

  /** Blanks are no choice and no number, and a number is decimal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin/logins?role=%20",
        "admin/logins?role=%01",
        "admin/logins?role=admin",
        "admin/logins?limit=%20",
        "audit/events?limit=%09",
        "audit/events?limit=0x2",
        "audit/events?limit=%232",
        "audit/events?limit=2.0",
        "audit/events?limit=9999999999"
      })
  void aParameterIsReadAsItIsWritten(String question) {
    Answer answer = server.admin().get("/api/" + question).expect(400, "INVALID_REQUEST");
    assertThat(answer.body().at("/errors/0/field").asString()).isIn("role", "limit");
  }

  /** What the description names is known, and what is known it names. */
  @Test
  void theDescriptionNamesWhatIsKnown() {
    Client admin = server.admin();
    Description description = Description.of(server);
    for (Routes.Route route : Routes.of(server)) {
      if (route.isRead() && !route.isPublic() && !route.isStream()) {
        String path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        for (String name : queryNames(description.operation("GET", route.path()))) {
          Answer answer = admin.get(path + "?" + name + "=1");
          assertThat(answer.body().findValuesAsString("code"))
              .as(route + " " + name)
              .doesNotContain("UNKNOWN_FIELD");
        }
      }
    }
  }

  private static TreeSet<String> queryNames(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString("").equals("query"))
        .map(parameter -> parameter.path("name").asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> fields(Answer answer) {
    return answer.body().path("errors").findValuesAsString("field");
  }

  @Test
  void onlyNamedProxiesTellWhereARequestComesFrom() {
    try (TestServer behindProxies = server.join("MEDIC_TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/8")) {
      Map<String, String> seen = new HashMap<>();
      for (TestServer asked : List.of(server, behindProxies)) {
        for (String forwarded : List.of("203.0.113.7", "6.6.6.6, 203.0.113.7, 10.1.2.3")) {
          String name = "admin" + UUID.randomUUID();
          Client client = asked.anonymous().with("X-Forwarded-For", forwarded);
          for (int i = 0; i < 11; i++) {
            client.post(TOKEN, Map.of("username", name, "password", "wrong one"));
          }
          // the same name from elsewhere is another's attempt, if the header was believed
          int status =
              asked
                  .anonymous()
                  .post(TOKEN, Map.of("username", name, "password", "wrong one"))
                  .status();
          seen.put((asked == server ? "plain " : "behind ") + forwarded, "" + status);
        }
      }
      assertThat(seen)
          .containsEntry("plain 203.0.113.7", "429")
          .containsEntry("plain 6.6.6.6, 203.0.113.7, 10.1.2.3", "429")
          .containsEntry("behind 203.0.113.7", "401")
          .containsEntry("behind 6.6.6.6, 203.0.113.7, 10.1.2.3", "401");
    }
  }
}
