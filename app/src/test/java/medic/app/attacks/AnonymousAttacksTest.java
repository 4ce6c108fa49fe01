package medic.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.RawAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody without a login tries; after each attempt the practice goes on. */
@ExtendWith(UnderAttack.class)
@Timeout(300)
@Tag("server")
class AnonymousAttacksTest {

  private static final String TOKEN = "/api/auth/token";
  private static final String ACCEPT = "/api/auth/invitations/accept";
  private static final String OPT_OUT = "/api/notifications/opt-out";

  private final AttackedPractice attacked;
  private final Probes probes;
  private final Connections connections;
  private final String address = AttackedPractice.newAddress();
  private final Client anonymous;

  AnonymousAttacksTest(AttackedPractice attacked) {
    this.attacked = attacked;
    this.probes = new Probes(attacked);
    this.connections = new Connections(attacked.server().address());
    this.anonymous = attacked.from(address);
  }

  @Test
  void idsOfNobodyOpenNoDoor() {
    probes.asksForNobody(anonymous);
  }

  @Test
  void everyRouteThatIsNotOpenWantsAToken() {
    attacked
        .routes()
        .askable()
        .filter(route -> !route.isOpen())
        .forEach(
            route ->
                Probes.isProblem(route.ask(anonymous, probes::victims))
                    .expect(401, "UNAUTHENTICATED"));
    assertThat(probes.asksForTheVictim(anonymous)).isEmpty();
  }

  @Test
  void hangingUpMidwayDisturbsNobody() throws Exception {
    String body = "{\"username\":\"admin\",\"password\":\"demo\"}";
    for (int i = 0; i < 100; i++) {
      connections.hangUp(TOKEN, "", body, i % 2 == 0);
    }
  }

  @Test
  void positionsMakeNobodyWait() {
    Probes.waitsForNothing(anonymous, "/api/doctors", 401);
  }

  @Test
  void forgedTokensAreNone() {
    probes.forgesTokens(attacked.token(attacked.victim().login(), Practice.PASSWORD, address));
  }

  @Test
  void aSprayEndsWhateverAddressesItNames() {
    List<Integer> statuses =
        IntStream.range(0, 70)
            .mapToObj(
                number ->
                    attacked
                        .from("203.0.113." + number + ", " + address)
                        .post(TOKEN, credentials(AttackedPractice.newLogin(), "password1"))
                        .status())
            .toList();

    assertThat(statuses.subList(0, 60)).containsOnly(401);
    assertThat(statuses.subList(62, 70)).contains(429);
    attacked
        .signIn(attacked.victim().login(), Practice.PASSWORD, AttackedPractice.ELSEWHERE)
        .expect(200);
  }

  @Test
  void guessesFromEverywhereShutOutNoOwner() {
    List<Integer> statuses =
        IntStream.range(0, 60)
            .mapToObj(
                number ->
                    attacked
                        .signIn(
                            attacked.victim().login(), "a wrong one", AttackedPractice.newAddress())
                        .status())
            .toList();

    assertThat(statuses).contains(429);
    attacked
        .signIn(attacked.victim().login(), Practice.PASSWORD, AttackedPractice.ELSEWHERE)
        .expect(200);
  }

  @Test
  void nothingTellsWhichLoginsThereAre() {
    String known = attacked.victim().login();
    for (String path : List.of(TOKEN, "/api/auth/password-reset")) {
      Answer right = anonymous.post(path, credentials(path, known));
      Answer wrong = anonymous.post(path, credentials(path, AttackedPractice.newLogin()));
      assertThat(wrong.status()).isEqualTo(right.status());
      assertThat(wrong.raw().body()).isEqualTo(right.raw().body());
    }
  }

  private static Map<String, String> credentials(String pathOrName, String value) {
    return switch (pathOrName) {
      case TOKEN -> Map.of("username", value, "password", "a wrong one");
      case "/api/auth/password-reset" -> Map.of("username", value);
      default -> Map.of("username", pathOrName, "password", value);
    };
  }

  @Test
  void linksAreNotGuessed() {
    for (int i = 0; i < 20; i++) {
      accept(UUID.randomUUID().toString().repeat(2)).expect(404);
    }
    accept(attacked.victim().patient()).expect(404);
    accept("' or 1=1 --").expect(404);
  }

  private Answer accept(String token) {
    return anonymous.post(
        ACCEPT, Map.of("token", token, "username", "mallory", "password", "a fine password"));
  }

  @Test
  void aLinkWorksOnce() {
    String patient = attacked.practice().patient();
    String link =
        attacked
            .admin()
            .post("/api/patients/" + patient + "/invitation", Map.of("showLink", true))
            .expect(202)
            .text("link");
    String name = AttackedPractice.newLogin();
    Practice.accept(anonymous, link, name, Practice.PASSWORD).expect(204);

    Practice.accept(anonymous, link, name, "another of mine").expect(404);
    Practice.accept(anonymous, link, "mallory", "another of mine").expect(404);
    attacked.signIn(name, "another of mine", address).expect(401);
    attacked.signIn(name, Practice.PASSWORD, address).expect(200);
  }

  @Test
  void bodiesThatAreTooLargeAreRefused() {
    String large = "{\"username\":\"" + "x".repeat(2 << 20) + "\"}";
    Probes.isProblem(anonymous.postRaw(TOKEN, large)).expect(413);
    String deep = "[".repeat(100_000);
    Probes.isProblem(anonymous.postRaw(TOKEN, deep)).expect(400);
  }

  @Test
  void bodiesThatDripStopNobody() throws Exception {
    probes.drips("", TOKEN);
  }

  @Test
  void healthIsOneWord() {
    probes.seesOneWordOfHealth(anonymous);
  }

  @Test
  void whatCannotBeReadIsAProblem() throws Exception {
    for (String query : List.of("token=%", "token=%ff", "%ff=1", "token=%c3%28", "token=%zz")) {
      raw("GET", OPT_OUT + "?" + query, "", "").expectProblem(query, 400);
      raw("POST", OPT_OUT, "application/x-www-form-urlencoded", query).expectProblem(query, 400);
    }
    String many =
        IntStream.range(0, 1100).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
    raw("POST", OPT_OUT, "application/x-www-form-urlencoded", many).expectProblem("many", 400, 413);
    raw("POST", TOKEN, "multipart/form-data", "--x\r\n").expectProblem("no boundary", 415);
    raw("CONNECT", "localhost:80", "", "").expectProblem("CONNECT", 400, 405, 501);
    raw("TRACE", "/api/doctors", "", "").expectProblem("TRACE", 400, 405);
    raw("GET", "/api/doctors;a=b", "", "").expectProblem("matrix", 400);
    raw("GET", "/api/%00", "", "").expectProblem("NUL", 400);
    raw("GET", "/api/%2e%2e/%2f", "", "").expectProblem("slash", 400, 401);
  }

  private RawAnswer raw(String method, String target, String type, String body) throws Exception {
    return connections.sendAll(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
            + address
            + (type.isEmpty() ? "" : "\r\nContent-Type: " + type)
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  @Test
  void aSecondRequestIsNotSmuggledBehindTheFirst() throws Exception {
    String hidden = "GET /actuator/prometheus HTTP/1.1\r\nHost: localhost\r\n\r\n";
    RawAnswer answer =
        connections.sendAll(
            "POST "
                + TOKEN
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + hidden);

    answer.expectProblem("both lengths", 400);
    assertThat(answer.body()).doesNotContain("HTTP/1.1");
  }

  @Test
  void callbacksWithoutASignatureChangeNothing() {
    String unsigned = UUID.randomUUID().toString();
    for (String path :
        List.of(
            "/api/notifications/sms/inbound",
            "/api/notifications/sms/status/" + unsigned,
            "/api/calendar-connections/" + unsigned + "/notifications",
            OPT_OUT + "?token=" + unsigned)) {
      Answer answer = anonymous.send("POST", path, null);
      assertThat(answer.status()).as(path).isBetween(400, 499);
    }
    Probes.isProblem(anonymous.get("/api/calendar-connections/google/callback?code=x&state=y"));
  }

  @Test
  void behindHttpsBrowsersAreToldToStay() {
    Client browser = anonymous.with("X-Forwarded-Proto", "https");
    for (String path : List.of("/api/doctors", "/set-password.html", "/actuator/health")) {
      assertThat(browser.get(path).header("Strict-Transport-Security").orElseThrow())
          .contains("max-age=31536000", "includeSubDomains");
    }
  }

  @Test
  void nothingElseIsServed() {
    for (String path :
        List.of(
            "/.git/config",
            "/WEB-INF/web.xml",
            "/application.properties",
            "/data/keys/master.json",
            "/set-password.html/../api/doctors",
            "/webjars/",
            "/h2-console")) {
      assertThat(anonymous.get(path).status()).as(path).isIn(400, 401, 404);
    }
    assertThat(anonymous.get("/api/doctors").header("Server")).isEmpty();
  }

  @Test
  void whatIsTypedIsNotWrittenToTheServersLog() {
    String typed = "[31m" + UUID.randomUUID();
    String escape = "\u001b" + typed;
    anonymous.post(TOKEN, Map.of("username", escape, "password", escape)).expect(400);
    anonymous.post(TOKEN, Map.of("username", typed, "password", escape)).expect(401);
    anonymous.with("User-Agent", "${jndi:ldap://127.0.0.1:1/a}").get("/api/doctors").expect(401);

    assertThat(attacked.written()).doesNotContain(typed.substring(4), "jndi");
  }
}
