package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class KeyedHashesTest {

  private static KeyDatabase store;

  @TempDir Path directory;

  @BeforeAll
  static void startDatabase() throws Exception {
    store = KeyDatabase.start();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    store.close();
  }

  @Test
  void aTextIsFoundAgainAfterARotationAndForItsPurposeOnly() throws Exception {
    MasterKeyFile file = new MasterKeyFile(directory.resolve("master.json"));
    store.empty();
    JdbcPatientKeys keys = new JdbcPatientKeys(store.dataSource(), file);
    byte[] hash = new KeyedHashes(keys).of("login", "grace");

    new MasterKeyRotation(store.dataSource(), file).rotate();
    KeyedHashes later = hashes(file);

    assertThat(later.of("login", "grace")).isEqualTo(hash).hasSize(32);
    assertThat(later.of("login", "ada")).isNotEqualTo(hash);
    assertThat(later.of("mail", "grace")).isNotEqualTo(hash);
    assertThatThrownBy(() -> keys.destroy(JdbcPatientKeys.HASHES, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherStoreHashesOtherwise() {
    MasterKeyFile file = new MasterKeyFile(directory.resolve("master.json"));
    store.empty();
    byte[] hash = hashes(file).of("login", "grace");
    store.empty();

    assertThat(hashes(file).of("login", "grace")).isNotEqualTo(hash);
  }

  private static KeyedHashes hashes(MasterKeyFile file) {
    return new KeyedHashes(new JdbcPatientKeys(store.dataSource(), file));
  }
}
