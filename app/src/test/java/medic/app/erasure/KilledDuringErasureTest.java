package medic.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import medic.app.chaos.ChildServer;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL after an erasure was decided, at its two last steps: the next start carries it out. */
@Tag("server")
class KilledDuringErasureTest {

  @TempDir static Path data;

  @Test
  void finishesWhatWasDecided() throws Exception {
    try (Dump dump = Dump.of(data)) {
      beforeTheKeyIsDestroyed(dump);
      afterTheKeyIsDestroyedAndBeforeItIsOnRecord(dump);
      assertThat(dump.rowsWith(Person.WORDS)).isEmpty();
    }
    assertThat(new DataDirectory(data).filesWith(Person.WORDS)).isEmpty();
  }

  private static void beforeTheKeyIsDestroyed(Dump dump) throws Exception {
    ChildServer killed = ChildServer.start(data);
    Client admin = killed.client().login("admin", "demo");
    Person person = Person.leaveTraces(admin, killed.client());
    try (Hold hold = Hold.ofKey(dump.connect(), person.id())) {
      person.erase(admin);
      hold.awaitSomebodyWaiting();
      killed.kill();
      assertThat(destroyedAt(dump, person)).as("the key is there").isEqualTo("null");
    }
    assertIsFinished(dump, person);
  }

  private static void afterTheKeyIsDestroyedAndBeforeItIsOnRecord(Dump dump) throws Exception {
    ChildServer killed = ChildServer.start(data);
    Client admin = killed.client().login("admin", "demo");
    Person person = Person.leaveTraces(admin, killed.client());
    String destroyedAt;
    try (Hold hold = Hold.ofNewEpochs(dump.connect())) {
      person.erase(admin);
      hold.awaitSomebodyWaiting();
      killed.kill();
      destroyedAt = destroyedAt(dump, person);
      assertThat(destroyedAt).as("the key is gone").isNotEqualTo("null");
    }
    assertIsFinished(dump, person);
    assertThat(destroyedAt(dump, person)).as("once").isEqualTo(destroyedAt);
  }

  private static void assertIsFinished(Dump dump, Person person) throws SQLException {
    try (ChildServer next = ChildServer.start(data)) {
      Answer erasure = person.receipt(next.client().login("admin", "demo"));
      String destroyedAt = destroyedAt(dump, person);
      assertThat(erasure.text("receipt"))
          .startsWith("medic/erasure/1\npatient " + person.id())
          .contains("key destroyed at " + destroyedAt + "\n");
      assertThat(erasure.text("keyDestroyedAt")).isEqualTo(destroyedAt);
      next.client().post("/api/auth/token", Person.credentials()).expect(401);
    }
  }

  /** As the receipt writes it. */
  private static String destroyedAt(Dump dump, Person person) throws SQLException {
    List<Object> found =
        dump.column("select destroyed_at from keys.patient_key where subject = ?", person.id());
    return found.get(0) instanceof java.sql.Timestamp time ? time.toInstant().toString() : "null";
  }
}
