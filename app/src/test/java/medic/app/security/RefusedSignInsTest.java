package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import medic.app.journey.TestServer;
import medic.events.id.InvitationId;
import medic.events.login.LoginDeed;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.LoginLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every wrong password is told, at once or in a number, also when the log refuses for a while. */
@Tag("server")
class RefusedSignInsTest {

  private static TestServer server;
  private static JdbcClient jdbc;
  private static LoginTable table;

  private final List<String> told = new ArrayList<>();
  private boolean refusesAdmins;
  private Runnable meanwhile = () -> {};

  private final LoginLog log =
      new LoginLog() {
        @Override
        public void put(
            LoginDeed deed, Caller owner, @Nullable Caller by, @Nullable InvitationId invitation) {
          throw new AssertionError("no deed");
        }

        @Override
        public void signInsRefused(Caller owner, int count, Instant since) {
          if (refusesAdmins && owner.login().equals("admin")) {
            throw new IllegalStateException("no room");
          }
          told.add(owner.login() + " " + count);
          meanwhile.run();
        }
      };

  @BeforeAll
  static void start() {
    server = TestServer.start();
    jdbc = server.bean(JdbcClient.class);
    table = server.bean(LoginTable.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    jdbc.sql("delete from work.refused_sign_in").update();
  }

  private RefusedSignIns refusals() {
    return new RefusedSignIns(jdbc, server.bean(AccessLog.class), log);
  }

  private static void over(String username, int count) {
    jdbc.sql("insert into work.refused_sign_in values (?, now() - interval '16 minutes', ?)")
        .params(table.hash(username), count)
        .update();
  }

  private static List<Integer> left(String username) {
    return jdbc.sql("select count from work.refused_sign_in where name_hash = ?")
        .param(table.hash(username))
        .query(Integer.class)
        .list();
  }

  @Test
  void oneThatCannotBeToldStopsNoOther() {
    over("admin", 5);
    over("auditor", 3);
    refusesAdmins = true;
    refusals().closeWindows();
    assertThat(told).containsExactly("auditor 2");
    assertThat(left("admin")).containsExactly(5);

    refusesAdmins = false;
    refusals().closeWindows();
    assertThat(told).containsExactly("auditor 2", "admin 4");
    assertThat(left("admin")).isEmpty();
  }

  @Test
  void whatIsCountedWhileAWindowIsToldIsNotLost() {
    over("auditor", 3);
    meanwhile = () -> refusals().note(table.hash("auditor"), table.find("auditor").orElseThrow());
    refusals().closeWindows();
    assertThat(told).containsExactly("auditor 2");
    assertThat(left("auditor")).containsExactly(2); // one of them is told as the window's first was
  }

  @Test
  void theFirstIsTheOneThatIsStored() {
    byte[] hash = table.hash("admin");
    Login admin = table.find("admin").orElseThrow();
    List<Caller> stored = new ArrayList<>();
    AccessLog refusing = refusingFirst(stored);
    RefusedSignIns refusals = new RefusedSignIns(jdbc, refusing, log);
    assertThatThrownBy(() -> refusals.note(hash, admin)).hasMessage("no room");
    refusals.note(hash, admin);
    refusals.note(hash, admin);
    assertThat(stored).hasSize(1);
    assertThat(left("admin")).containsExactly(2);
  }

  private static AccessLog refusingFirst(List<Caller> stored) {
    boolean[] refused = {false};
    return (AccessLog)
        java.lang.reflect.Proxy.newProxyInstance(
            AccessLog.class.getClassLoader(),
            new Class<?>[] {AccessLog.class},
            (proxy, method, arguments) -> {
              if (!refused[0]) {
                refused[0] = true;
                throw new IllegalStateException("no room");
              }
              stored.add((Caller) arguments[0]);
              return null;
            });
  }
}
