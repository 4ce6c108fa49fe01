package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.personal.MasterKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another master key from the environment, and what becomes of the one before. */
@Tag("server")
class RotateMasterKeyTest {

  private static final String OLD = MasterKey.newKeyset();
  private static final String NEW = MasterKey.newKeyset();
  private static final String ANOTHER = MasterKey.newKeyset();

  @Test
  void rewrapsEveryKeyOrNone() throws Exception {
    TestServer before = TestServer.start("MEDIC_MASTER_KEY=" + OLD);
    String patient = new Practice(before.admin()).patient("rotated.login");
    Map<String, String> variables = before.variables();
    Map<String, String> keys = keys(before);

    assertThat(rotate(variables, ANOTHER, NEW))
        .isEqualTo(
            new Command.Outcome(
                1,
                "medic: The old master key is not the one that the stored keys are wrapped by:"
                    + " nothing was changed.\n"));
    assertThat(rotate(variables, "{}", NEW).said())
        .startsWith("medic: MEDIC_OLD_MASTER_KEY is not a Tink AEAD keyset")
        .hasLineCount(1);
    assertThat(Command.run(with(variables, "MEDIC_MASTER_KEY", NEW), "rotate-master-key").said())
        .startsWith("medic: MEDIC_OLD_MASTER_KEY and MEDIC_MASTER_KEY")
        .hasLineCount(1);
    killHalfWay(before, variables, patient);
    assertThat(keys(before)).as("as if nothing had been tried").isEqualTo(keys);

    assertThat(rotate(variables, OLD, NEW))
        .isEqualTo(
            new Command.Outcome(0, keys.size() + " keys wrapped under the new master key\n"));
    assertThat(keys(before)).hasSameSizeAs(keys).doesNotContainValue(keys.get(patient));
    assertThat(rotate(variables, OLD, NEW))
        .as("once more")
        .isEqualTo(new Command.Outcome(0, "0 keys wrapped under the new master key\n"));

    try (TestServer after = before.join("MEDIC_MASTER_KEY=" + NEW)) {
      Client admin = after.admin();
      assertThat(admin.get("/api/patients/" + patient).expect(200).text("fullName"))
          .isEqualTo("Grace Patient");
      after.anonymous().login("rotated.login", "long enough");
    }
    refusesToStart(variables);
    before.close();
  }

  /** One line and nothing else that looks like a failure. */
  private static void refusesToStart(Map<String, String> variables) throws Exception {
    for (String wrong : List.of(OLD, "not a key")) {
      Command.Outcome refused = Command.run(with(variables, "MEDIC_MASTER_KEY", wrong));

      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.said().lines().filter(line -> line.startsWith("medic: "))).hasSize(1);
      assertThat(refused.said())
          .containsAnyOf("The master key is not the one", "MEDIC_MASTER_KEY is not a Tink")
          .doesNotContain("\tat ", "Exception", "ERROR");
    }
  }

  private static void killHalfWay(TestServer server, Map<String, String> variables, String patient)
      throws Exception {
    try (Connection holder = server.owner()) {
      holder.setAutoCommit(false);
      holder
          .createStatement()
          .execute("select 1 from keys.patient_key where subject = '" + patient + "' for update");
      Command rotation = Command.start(bothKeys(variables, OLD, NEW), "rotate-master-key");
      Await.until(() -> waiting(holder), many -> many > 0);
      rotation.kill();
    }
  }

  private static long waiting(Connection holder) {
    try (ResultSet row =
        holder
            .createStatement()
            .executeQuery(
                "select count(*) from pg_locks where not granted"
                    + " and transactionid = pg_current_xact_id()::xid")) {
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Command.Outcome rotate(Map<String, String> variables, String old, String next)
      throws Exception {
    return Command.run(bothKeys(variables, old, next), "rotate-master-key");
  }

  private static Map<String, String> bothKeys(
      Map<String, String> variables, String old, String next) {
    return with(with(variables, "MEDIC_OLD_MASTER_KEY", old), "MEDIC_MASTER_KEY", next);
  }

  private static Map<String, String> with(
      Map<String, String> variables, String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return more;
  }

  private static Map<String, String> keys(TestServer server) {
    Map<String, String> keys = new TreeMap<>();
    JdbcClient.create(server.dataSource())
        .sql("select subject::text, encode(wrapped, 'hex') from keys.patient_key")
        .query((row, number) -> keys.put(row.getString(1), row.getString(2)))
        .list();
    return keys;
  }
}
