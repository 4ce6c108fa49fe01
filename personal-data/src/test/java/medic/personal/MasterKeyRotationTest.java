package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class MasterKeyRotationTest {

  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static KeyDatabase store;
  private static DataSource database;

  @TempDir private Path directory;

  @BeforeAll
  static void startDatabase() throws Exception {
    store = KeyDatabase.start();
    database = store.dataSource();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    store.close();
  }

  @BeforeEach
  void noKeysYet() {
    store.empty();
  }

  @Test
  void keysStayTheSameAndTheOldMasterUnwrapsNoneOfThem() throws Exception {
    Path path = directory.resolve("master.json");
    MasterKeyFile file = new MasterKeyFile(path);
    JdbcPatientKeys keys = new JdbcPatientKeys(database, file);
    keys.verifyMaster();
    UUID living = UUID.randomUUID();
    SecretKey key = keys.forSealing(living);
    UUID erased = UUID.randomUUID();
    keys.forSealing(erased);
    byte[] keptByAThief = store.wrapped(erased);
    keys.destroy(erased, NOW);
    MasterKey old = file.current();

    assertThat(new MasterKeyRotation(database, file).rotate()).isEqualTo(2); // the probe too

    assertThat(new JdbcPatientKeys(database, new MasterKeyFile(path)).forSealing(living))
        .isEqualTo(key);
    assertThatThrownBy(() -> old.unwrap(living, store.wrapped(living)))
        .isInstanceOf(WrongMasterKeyException.class);
    MasterKey fresh = new MasterKeyFile(path).current();
    assertThatThrownBy(() -> fresh.unwrap(erased, keptByAThief))
        .isInstanceOf(WrongMasterKeyException.class);
    assertThat(Files.getPosixFilePermissions(path)).hasSize(2);
  }

  @Test
  void goesOnAfterACrashBetweenItsSteps() throws Exception {
    Path path = directory.resolve("master.json");
    MasterKeyFile file = new MasterKeyFile(path);
    UUID subject = UUID.randomUUID();
    SecretKey key = new JdbcPatientKeys(database, file).forSealing(subject);
    file.replace(MasterKey.extended(file.keyset())); // and then nothing more

    JdbcPatientKeys restarted = new JdbcPatientKeys(database, new MasterKeyFile(path));
    assertThat(restarted.forSealing(subject)).isEqualTo(key);
    new MasterKeyRotation(database, new MasterKeyFile(path)).rotate();
    assertThat(new JdbcPatientKeys(database, new MasterKeyFile(path)).forSealing(subject))
        .isEqualTo(key);
  }

  @Test
  void processesThatMakeKeysMeanwhileLoseNone() throws Exception {
    Path path = directory.resolve("master.json");
    new JdbcPatientKeys(database, new MasterKeyFile(path)).verifyMaster();
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService processes = Executors.newFixedThreadPool(3);
    List<Future<List<UUID>>> made = new ArrayList<>();
    for (int process = 0; process < 3; process++) {
      JdbcPatientKeys keys = new JdbcPatientKeys(database, new MasterKeyFile(path));
      made.add(processes.submit(() -> makeKeysUntil(enough, keys)));
    }
    for (int rotation = 0; rotation < 8; rotation++) {
      new MasterKeyRotation(database, new MasterKeyFile(path)).rotate();
    }
    enough.set(true);
    JdbcPatientKeys later = new JdbcPatientKeys(database, new MasterKeyFile(path));
    for (Future<List<UUID>> subjects : made) {
      assertThat(subjects.get(60, TimeUnit.SECONDS))
          .isNotEmpty()
          .allSatisfy(
              subject ->
                  assertThat(later.forOpening(subject)).isInstanceOf(PatientKey.Usable.class));
    }
    processes.shutdown();
  }

  @Test
  void aDestroyedKeyStaysDestroyed() {
    JdbcPatientKeys keys =
        new JdbcPatientKeys(database, new MasterKeyFile(directory.resolve("m.json")));
    UUID subject = UUID.randomUUID();
    keys.forSealing(subject);

    assertThat(keys.destroy(subject, NOW)).isEqualTo(NOW);
    assertThat(keys.destroy(subject, NOW.plusSeconds(5))).as("the first time").isEqualTo(NOW);

    assertThat(keys.forOpening(subject)).isInstanceOf(PatientKey.Destroyed.class);
    assertThatThrownBy(() -> keys.forSealing(subject)).isInstanceOf(SubjectErasedException.class);
    UUID neverSeen = UUID.randomUUID();
    assertThat(keys.destroy(neverSeen, NOW)).isEqualTo(NOW);
    assertThat(keys.forOpening(neverSeen)).isInstanceOf(PatientKey.Destroyed.class);
  }

  private static List<UUID> makeKeysUntil(AtomicBoolean enough, JdbcPatientKeys keys) {
    List<UUID> made = new ArrayList<>();
    while (!enough.get() || made.isEmpty()) {
      UUID subject = UUID.randomUUID();
      keys.forSealing(subject);
      made.add(subject);
    }
    return made;
  }
}
