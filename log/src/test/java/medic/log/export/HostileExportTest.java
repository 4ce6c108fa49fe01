package medic.log.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import medic.log.export.ExportVerifier.Verdict;
import medic.log.note.Checkpoint;
import medic.log.note.SigningKey;
import medic.log.note.UnsignedException;
import medic.log.store.Finding;
import medic.log.store.Finding.Kind;
import medic.log.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Files that are no exports, or that only look like one. */
class HostileExportTest {

  private static final SigningKey KEY = SigningKey.generate(new Random(1));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Verdict verify(byte[] file) throws Exception {
    return new ExportVerifier(KEY.verifier(), List.of())
        .verify(() -> new ByteArrayInputStream(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "{}", "{}\n{}\n", "a,b\n", "a,b\n1\n", "\"", "null\n", "[1]\n"})
  void whatBearsNoCheckpointIsNoExport(String file) {
    assertThatThrownBy(() -> verify(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsignedException.class);
  }

  @Test
  void noiseIsNoExport() {
    byte[] noise = new byte[10_000];
    new Random(5).nextBytes(noise);
    assertThatThrownBy(() -> verify(noise)).isInstanceOf(UnsignedException.class);
  }

  private static byte[] sealed(String... entries) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealingWriter writer = new SealingWriter(out);
    Checkpoint.Signed head = Checkpoint.sign(entries.length, Hash.ofNothing(), KEY);
    writer.line(JSON.writeValueAsString(java.util.Map.of("checkpoint", head.note())));
    for (String entry : entries) {
      writer.entry(entry);
    }
    String manifest = writer.manifest("", entries.length, 0, KEY);
    writer.line(JSON.writeValueAsString(java.util.Map.of("manifest", manifest)));
    return out.toByteArray();
  }

  @Test
  void anEmptyLogIsIntact() throws Exception {
    Verdict verdict = verify(sealed());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"evidence\":{}}",
        "{\"evidence\":{\"index\":\"x\",\"hash\":\"!!\",\"proof\":3}}",
        "{\"evidence\":{\"index\":0,\"hash\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\","
            + "\"proof\":[],\"leaf\":\"AAAA\"}}",
        "{\"position\":1e400,\"evidence\":[]}"
      })
  void anEntryWithoutEvidenceIsNotProven(String entry) throws Exception {
    assertThat(verify(sealed(entry)).findings())
        .extracting(Finding::kind)
        .containsAnyOf(
            Kind.EVENT_INSERTED, Kind.ENTRY_UNPROVEN, Kind.EVENT_CHANGED, Kind.EXPORT_CHANGED);
  }

  @Test
  void aCellThatLooksLikeAFormulaIsReadAsItWas() {
    assertThat(CsvLine.cells("\"'=1+1\",\"a \"\"b\"\", c\",,\"'quoted'\""))
        .containsExactly("=1+1", "a \"b\", c", "", "'quoted'");
  }
}
