package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medic.app.attacks.DescribedRoutes.Route;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.RawAnswer;
import tools.jackson.databind.JsonNode;

/** What every script tries, whoever runs it, and what must not come of it. */
record Probes(AttackedPractice attacked) {

  /**
   * Nothing breaks, nothing is told of the victim, and a refusal is a problem that was described.
   */
  static void isSound(Route route, Answer answer) {
    String told = route + " -> " + answer.status() + " " + answer.raw().body();
    assertThat(answer.status()).as(told).isLessThan(500);
    assertThat(answer.raw().body()).as(told).doesNotContainIgnoringCase(AttackedPractice.WORD);
    // What open addresses make of those who are not who they should be, they decide themselves.
    if (answer.status() < 400 || !route.isOpen()) {
      assertThat(route.statuses()).as(told).contains(Integer.toString(answer.status()));
    }
    if (answer.status() >= 400) {
      isProblem(answer);
    }
  }

  static Answer isProblem(Answer answer) {
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.text("code")).isNotBlank();
    assertThat(answer.text("detail")).isNotBlank();
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    return answer;
  }

  /** Every route with ids that nobody has. */
  void asksForNobody(Client who) {
    for (String id : DescribedRoutes.NOBODYS) {
      attacked
          .routes()
          .askable()
          .filter(Route::hasVariables)
          .forEach(route -> isSound(route, route.ask(who, variable -> id)));
    }
  }

  /** Every route with the victim's ids; answers what was not refused. */
  List<String> asksForTheVictim(Client who) {
    return attacked
        .routes()
        .askable()
        .filter(Route::hasVariables)
        .filter(route -> !isRefused(route, route.ask(who, this::victims)))
        .map(Route::toString)
        .toList();
  }

  private static boolean isRefused(Route route, Answer answer) {
    isSound(route, answer);
    return answer.status() >= 400;
  }

  String victims(String variable) {
    AttackedPractice.Victim victim = attacked.victim();
    return switch (variable) {
      case "patientId" -> victim.patient();
      case "appointmentId" -> victim.visit();
      case "holdId" -> victim.hold();
      case "doctorId" -> victim.doctor().id;
      case "appointmentTypeId" -> victim.doctor().type;
      case "locationId" -> victim.doctor().location;
      case "roomId" -> victim.doctor().room;
      default -> DescribedRoutes.NOBODYS.get(5);
    };
  }

  /** A parameter that an endpoint does not know is named, and never passed over. */
  void asksWhatIsNotKnown(Client who) {
    attacked
        .routes()
        .reads()
        .filter(route -> !route.isOpen())
        .forEach(
            route -> {
              Answer answer =
                  who.get(route.filled(this::victims) + "?surely_unknown=1&asOff=2026-01-01");
              isSound(route, answer);
              assertThat(answer.status()).as(route.toString()).isIn(400, 403, 404);
            });
  }

  void seesOneWordOfHealth(Client who) {
    JsonNode health = who.get("/actuator/health").expect(200).body();
    assertThat(health.path("status").asString("")).isNotEmpty();
    assertThat(health.has("components")).isFalse();
    for (String path : List.of("/actuator/prometheus", "/actuator/env", "/actuator/heapdump")) {
      assertThat(who.get(path).status()).as(path).isIn(401, 403, 404);
    }
  }

  /** A position that no event has makes nobody wait. */
  static void waitsForNothing(Client who, String path, int expected) {
    for (String position : List.of("9223372036854775807", "1000000000", "x", "1e9")) {
      for (int i = 0; i < 20; i++) {
        isProblem(who.with("Medic-Position", position).get(path)).expect(expected);
      }
    }
  }

  /** Their own token, made to say more than it was given for. */
  static Stream<String> forged(String token) {
    String[] parts = token.split("\\.", -1);
    String raised =
        text(
            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceAll("\"role\":\"[A-Z]+\"", "\"role\":\"ADMIN\""));
    return Stream.of(
        parts[0] + "." + raised + "." + parts[2],
        text("{\"alg\":\"none\"}") + "." + raised + ".",
        text("{\"alg\":\"None\"}") + "." + parts[1] + ".",
        text("{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}") + "." + raised + "." + parts[2],
        text("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}") + "." + raised + ".AAAA",
        text("{\"alg\":\"ES256\"}") + "." + parts[1] + "." + "A".repeat(86),
        parts[0] + "." + parts[1] + ".",
        parts[0] + "." + parts[1],
        parts[0] + ".." + parts[2],
        parts[0] + "." + parts[1] + "." + "A".repeat(43),
        token + "x",
        "a.b.c",
        "....",
        "%00");
  }

  private static String text(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  void forgesTokens(String token) {
    forged(token)
        .forEach(
            bad -> {
              Answer answer =
                  attacked.as(bad, AttackedPractice.newAddress()).get("/api/admin/dead-letters");
              isProblem(answer).expect(401, "UNAUTHENTICATED");
              assertThat(answer.header("WWW-Authenticate")).as(bad).isPresent();
            });
  }

  /** Makes, stops and resets no login of anybody's. */
  void administersNoLogins(Client who) {
    String nobodys = "/api/admin/logins/" + DescribedRoutes.NOBODYS.get(5) + "/";
    who.post("/api/admin/logins", Map.of("username", "mallory", "role", "ADMIN")).expect(403);
    for (String deed : List.of("disable", "enable", "reset")) {
      who.post(nobodys + deed, null).expect(403);
    }
    who.post("/api/doctors/" + attacked.victim().doctor().id + "/invitation", null).expect(403);
  }

  /** Sends bodies that never come whole; others are served meanwhile, and the server ends it. */
  void drips(String token, String path) throws IOException {
    Connections connections = new Connections(attacked.server().address());
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        dripping.add(connections.drip(AttackedPractice.newAddress(), path, token));
      }
      attacked.goesOn();
      RawAnswer.read(dripping.get(0).getInputStream()).expectProblem("drip", 408);
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  /** What no client of HTTP would send, with a token that is good. */
  void sendsWhatCannotBeRead(String token) throws IOException {
    Connections connections = new Connections(attacked.server().address());
    String rest =
        " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + token
            + "\r\n";
    for (String start :
        List.of(
            "GET /api/doctors?limit=%",
            "GET /api/doctors?%ff=1",
            "GET /api/doctors?q=%c3%28",
            "GET /api/doctors?" + "a=1&".repeat(1400),
            "GET /api/%00",
            "GET /api/doctors;role=ADMIN",
            "GET /api/doctors/%2e%2e/%2e%2e/actuator/prometheus",
            "CONNECT localhost:80",
            "TRACE /api/doctors",
            "BREW /api/doctors")) {
      connections.sendAll(start + rest + "\r\n").expectProblem(start, 400, 405, 501);
    }
    for (String type :
        List.of(
            "multipart/form-data", "application/x-www-form-urlencoded", "text/xml", "nonsense")) {
      connections
          .sendAll(
              "POST /api/auth/password"
                  + rest
                  + "Content-Type: "
                  + type
                  + "\r\nContent-Length: 5\r\n\r\n--x\r\n")
          .expectProblem(type, 400, 415);
    }
  }

  /** Who has somebody's token has not their password yet. */
  static void guessesThePassword(Client who) {
    List<Integer> guesses =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    who.post(
                            "/api/auth/password",
                            Map.of("oldPassword", "a wrong one", "newPassword", "one of my own"))
                        .status())
            .toList();
    assertThat(guesses).contains(422, 429).containsOnly(422, 429);
  }
}
