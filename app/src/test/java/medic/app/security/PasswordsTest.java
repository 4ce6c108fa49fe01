package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import medic.app.TestDatabase;
import medic.http.ApiException;
import medic.http.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords are counted in characters, kept whole, and none is one that everybody tries. */
@Tag("server")
class PasswordsTest {

  private static final String FACE = "\uD83D\uDE42";

  private final Passwords passwords = new Passwords();

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(ints = {8, 64, 128})
  void hasEightToAHundredAndTwentyEightCharacters(int length) {
    for (String character : new String[] {"x", "é", FACE}) {
      String password = "q".repeat(3) + character.repeat(length - 3);
      assertThatCode(() -> passwords.mustBeAcceptable("password", password))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 129, 1000})
  void hasNeitherLessNorMore(int length) {
    for (String character : new String[] {"x", "é", FACE}) {
      assertThatThrownBy(() -> passwords.mustBeAcceptable("password", character.repeat(length)))
          .isInstanceOf(ApiException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "12345678",
        "Password",
        "PASSWORD1",
        "iloveyou",
        "sunshine1",
        "baseball"
      })
  void isNoneOfTheCommonOnes(String password) {
    assertThatThrownBy(() -> passwords.mustBeAcceptable("password", password))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("TOO_COMMON"));
  }

  @Test
  void theLastCharacterCountsToo() {
    for (int length : new int[] {71, 72, 73, 100, 128}) {
      String password = "x".repeat(length - 1);
      String encoded = passwords.encode(password + "a");
      assertThat(passwords.matches(password + "a", encoded)).isTrue();
      assertThat(passwords.matches(password + "b", encoded)).isFalse();
    }
  }

  @Test
  void isTheSameHoweverItIsComposed() {
    String composed = "Käsebrötchen";
    String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(apart).isNotEqualTo(composed);
    assertThat(passwords.matches(apart, passwords.encode(composed))).isTrue();
    assertThat(passwords.matches(composed, passwords.encode(apart))).isTrue();
  }

  @Test
  void oneThatWasStoredBeforeIsTakenAndEncodedAnew() throws Exception {
    String database = TestDatabase.fresh();
    String before = "{bcrypt}" + new BCryptPasswordEncoder().encode("password");
    try (Server server = Server.startOn(database, data)) {
      server.bean(StoredLogins.class).add("grace", "something else", Role.AUDITOR, null);
      JdbcClient jdbc = server.bean(JdbcClient.class);
      jdbc.sql("update work.login set password = ?").param(before).update();

      assertThat(server.logIn("grace", "passwor").statusCode()).isEqualTo(401);
      assertThat(stored(jdbc)).isEqualTo(before);
      assertThat(server.logIn("grace", "password").statusCode()).isEqualTo(200);
      assertThat(stored(jdbc)).startsWith("{bcrypt-sha384}");
      assertThat(server.logIn("grace", "password").statusCode()).isEqualTo(200);
      assertThat(server.logIn("grace", "passwor").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aDatabaseOfAnEarlierVersionOpensWithItsLogins() throws Exception {
    String database = TestDatabase.fresh();
    try (Server server = Server.startOn(database, data)) {
      StoredLogins logins = server.bean(StoredLogins.class);
      logins.add("grace", "something else", Role.PATIENT, Server.person(1));
      logins.add("dr.ada", "something else", Role.DOCTOR, Server.person(2));
      asBefore(server.bean(JdbcClient.class));
    }
    try (Server server = Server.startOn(database, data)) {
      for (String name : List.of("grace", "dr.ada")) {
        String token = server.token(name, "as it was");
        assertThat(server.getWith(token, "/api/me").statusCode()).isEqualTo(200);
      }
    }
  }

  /** Undoes what came with logins by invitation; passwords as they were encoded then. */
  private static void asBefore(JdbcClient jdbc) {
    String encoded = "{bcrypt}" + new BCryptPasswordEncoder().encode("as it was");
    jdbc.sql("update work.login set password = ?").param(encoded).update();
    for (String table :
        List.of(
            "invitation_link",
            "invitation",
            "signed_out",
            "known_address",
            "refused_sign_in",
            "attempt_limit")) {
      jdbc.sql("drop table work." + table).update();
    }
    jdbc.sql("drop trigger told on work.login").update();
    jdbc.sql("drop function work.tell_login").update();
    for (String column : List.of("login_id", "number", "generation", "enabled")) {
      jdbc.sql("alter table work.login drop column " + column).update();
    }
    jdbc.sql("delete from flyway_schema_history where version = '6020'").update();
  }

  private static String stored(JdbcClient jdbc) {
    return jdbc.sql("select password from work.login").query(String.class).single();
  }

  @Test
  void plainBcryptNeverLooksAtPartOfOne() {
    String encoded = "{bcrypt}" + new BCryptPasswordEncoder().encode("x".repeat(72));
    assertThat(passwords.matches("x".repeat(72), encoded)).isTrue();
    assertThat(passwords.matches("x".repeat(73), encoded)).isFalse();
  }
}
