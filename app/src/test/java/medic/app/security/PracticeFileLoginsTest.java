package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.app.practicefile.LoadException;
import medic.app.practicefile.PracticeLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a practice's file says of logins becomes invitations; only the demo's are made. */
@Tag("server")
class PracticeFileLoginsTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void load(String email, String login) throws Exception {
    String file =
        """
        doctors:
          - fullName: Dr. Ada Sample
            specialty: Dermatology
            email: %s
            timezone: Europe/Berlin
            login: %s
        """;
    server.bean(PracticeLoader.class).load(new StringReader(file.formatted(email, login)));
  }

  private static long count(String table) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from work." + table + " where role = 'DOCTOR'")
        .query(Long.class)
        .single();
  }

  @Test
  void theyAreInvitedOnceHoweverOftenItIsLoaded() throws Exception {
    long before = count("invitation");
    for (int i = 0; i < 3; i++) {
      load("invited@example.org", "{username: ada}");
    }

    assertThat(count("invitation")).isEqualTo(before + 1);
    List<String> invited =
        Await.until(
            () ->
                server
                    .admin()
                    .get("/api/audit/events?action=login_invited")
                    .expect(200)
                    .body()
                    .path("items")
                    .findValuesAsString("actorType"),
            found -> !found.isEmpty());
    assertThat(invited).containsExactly("SYSTEM");
  }

  @Test
  void aPasswordIsNotTaken() {
    assertThatThrownBy(() -> load("p@example.org", "{username: eve, password: choose a long one}"))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("password");
  }

  @Test
  void theDemoIsMadeAndLoadingItAgainEndsNoToken() throws Exception {
    String demo = "{username: demo.doctor, password: demo, demo: true}";
    load("demo@example.org", demo);
    var client = server.anonymous().login("demo.doctor", "demo");
    load("demo@example.org", demo);

    client.get("/api/doctors").expect(200);
  }
}
