package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import medic.app.StartRefused;
import medic.app.TestDatabase;
import medic.http.Logins;
import medic.http.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class StartCheckTest {

  @TempDir Path data;

  @Test
  void demoLoginsWorkWhereThereIsNoRealConfiguration() throws Exception {
    try (Server server = Server.start(data)) {
      server.bean(Logins.class).createDemo("admin", "demo", Role.ADMIN, null);

      assertThat(server.logIn("admin", "demo").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MEDIC_DB_URL=jdbc:postgresql://db/medic",
        "SERVER_ADDRESS=0.0.0.0",
        "MEDIC_PUBLIC_URL=https://booking.example.org"
      })
  void aRealConfigurationRefusesToStartBesideDemoLogins(String setting) {
    String database = TestDatabase.fresh();
    try (Server server = Server.startOn(database, data)) {
      server.bean(Logins.class).createDemo("admin", "demo", Role.ADMIN, null);
      server.bean(Logins.class).createDemo("doctor", "demo", Role.DOCTOR, Server.person(1));
    }

    assertThatThrownBy(() -> Server.startOn(database, data, setting))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("admin, doctor")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aRealConfigurationMakesNoDemoLogins() {
    try (Server server = Server.start(data, "MEDIC_DB_URL=jdbc:postgresql://db/medic")) {
      assertThatThrownBy(
              () -> server.bean(Logins.class).createDemo("admin", "demo", Role.ADMIN, null))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theFirstAdminsPasswordIsSetAndSetAgain() throws Exception {
    String database = TestDatabase.fresh();
    Server.startOn(database, data, "MEDIC_ADMIN_PASSWORD=first password").close();

    try (Server server =
        Server.startOn(
            database,
            data,
            "MEDIC_ADMIN_PASSWORD=second password",
            "MEDIC_DB_URL=jdbc:postgresql://db/medic")) {
      assertThat(server.logIn("admin", "first password").statusCode()).isEqualTo(401);
      assertThat(server.logIn("admin", "second password").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStartDoesNotUndoThePasswordThatTheAdminChose() throws Exception {
    String database = TestDatabase.fresh();
    try (Server server = Server.startOn(database, data, "MEDIC_ADMIN_PASSWORD=of the setting")) {
      LoginTable table = server.bean(LoginTable.class);
      table.changePassword(
          table.find("admin").orElseThrow().id(),
          server.bean(Passwords.class).encode("chosen since then"));
    }

    try (Server server = Server.startOn(database, data, "MEDIC_ADMIN_PASSWORD=of the setting")) {
      assertThat(server.logIn("admin", "of the setting").statusCode()).isEqualTo(401);
      assertThat(server.logIn("admin", "chosen since then").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void weakSecretsAreRefusedInOneLine() {
    assertThatThrownBy(() -> Server.start(data, "MEDIC_ADMIN_PASSWORD=demo"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("MEDIC_ADMIN_PASSWORD");
    assertThatThrownBy(() -> Server.start(data, "MEDIC_JWT_SECRET=short"))
        .hasRootCauseInstanceOf(StartRefused.class)
        .hasStackTraceContaining("MEDIC_JWT_SECRET");
  }

  @Test
  void namedOriginsMayCall() throws Exception {
    try (Server server = Server.start(data, "MEDIC_CORS_ORIGINS=https://portal.example")) {
      assertThat(
              server
                  .get("/api/me", "Origin", "https://portal.example")
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .contains("https://portal.example");
      assertThat(server.get("/api/me", "Origin", "https://other.example").statusCode())
          .isEqualTo(403);
      HttpHeaders allowed =
          server
              .options(
                  "/api/me",
                  "Origin",
                  "https://portal.example",
                  "Access-Control-Request-Method",
                  "PUT",
                  "Access-Control-Request-Headers",
                  "authorization,content-type,idempotency-key,if-match,medic-position")
              .headers();
      assertThat(allowed.firstValue("Access-Control-Allow-Headers").orElse(""))
          .isEqualToIgnoringCase(
              "authorization, content-type, idempotency-key, if-match, medic-position");
      assertThat(allowed.firstValue("Access-Control-Max-Age")).contains("3600");
      assertThat(
              server
                  .get("/api/me", "Origin", "https://portal.example")
                  .headers()
                  .firstValue("Access-Control-Expose-Headers")
                  .orElse(""))
          .contains("ETag", "Medic-Position", "Retry-After");
    }
  }
}
