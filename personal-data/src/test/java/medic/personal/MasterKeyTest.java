package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  private static final UUID SUBJECT = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @TempDir Path directory;

  @Test
  void aNewFileIsForItsOwnerOnlyAndIsReadAgain() throws Exception {
    Path file = directory.resolve("keys/master-key.json");
    byte[] wrapped = new MasterKeyFile(file).current().newWrappedKey(SUBJECT);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new MasterKeyFile(file).current().unwrap(SUBJECT, wrapped).getEncoded()).hasSize(32);
    assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
  }

  @Test
  void manyFirstStartsAgreeOnOneKey() {
    Path file = directory.resolve("master-key.json");
    List<MasterKey> masters =
        IntStream.range(0, 16).parallel().mapToObj(i -> new MasterKeyFile(file).current()).toList();
    byte[] wrapped = masters.get(0).newWrappedKey(SUBJECT);

    assertThat(masters)
        .extracting(master -> master.unwrap(SUBJECT, wrapped))
        .extracting(SecretKey::getEncoded)
        .allMatch(key -> key.length == 32);
  }

  @Test
  void refusesAFileThatOthersMayRead() throws Exception {
    Path file = directory.resolve("master-key.json");
    new MasterKeyFile(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> new MasterKeyFile(file)).hasMessageContaining("chmod 600");
  }

  @Test
  void refusesWhatIsNoKeysetWithoutQuotingIt() {
    assertThatThrownBy(() -> MasterKey.ofKeyset("{\"secret\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("secret");
  }

  @Test
  void aKeyIsWrappedForItsSubjectOnly() {
    MasterKey master = MasterKey.ofKeyset(MasterKey.newKeyset());
    byte[] wrapped = master.newWrappedKey(SUBJECT);

    assertThatThrownBy(() -> master.unwrap(new UUID(1, 1), wrapped))
        .isInstanceOf(WrongMasterKeyException.class);
  }
}
