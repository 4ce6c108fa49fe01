package medic.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  /** The example of Go's golang.org/x/mod/sumdb/note. */
  private static final String GO_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String GO_VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final SigningKey KEY = SigningKey.generate(new Random(1));
  private static final SigningKey OTHER = SigningKey.generate(new Random(2));

  @Test
  void readsAndWritesWhatGoWrites() throws Exception {
    SigningKey key = SigningKey.parse(GO_SECRET);
    assertThat(key.verifier()).hasToString(GO_VERIFIER);
    assertThat(key.secret()).isEqualTo(GO_SECRET);
    String text = SignedNote.parse(GO_NOTE).text(VerifierKey.parse(GO_VERIFIER));
    assertThat(key.sign(text)).isEqualTo(GO_NOTE);
  }

  /** RFC 8032 section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  })
  void derivesThePublicKey(String seed, String publicKey) {
    SigningKey key = new SigningKey("name", HexFormat.of().parseHex(seed));
    assertThat(key.verifier())
        .isEqualTo(new VerifierKey("name", HexFormat.of().parseHex(publicKey)));
  }

  @Test
  void aKeySurvivesBeingWrittenDown() {
    for (int seed = 0; seed < 200; seed++) {
      SigningKey key = SigningKey.generate(new Random(seed));
      assertThat(SigningKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
      assertThat(VerifierKey.parse(key.verifier().toString())).isEqualTo(key.verifier());
    }
  }

  @Test
  void noSecretInAnyMessage() {
    String spoilt = KEY.secret().replace("+medic", "+nobody");
    assertThatThrownBy(() -> SigningKey.parse(spoilt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(spoilt.substring(spoilt.length() - 20))
        .hasNoCause();
    assertThat(KEY.toString()).doesNotContain(KEY.secret().substring(40));
  }

  @Test
  void aCheckpointIsOpenedWithItsKeyOnly() throws Exception {
    Checkpoint.Signed signed = Checkpoint.sign(7, Hash.ofNothing(), KEY);
    assertThat(Checkpoint.open(signed.note(), KEY.verifier())).isEqualTo(signed);
    assertThatThrownBy(() -> Checkpoint.open(signed.note(), OTHER.verifier()))
        .isInstanceOf(UnsignedException.class);
    assertThatThrownBy(
            () -> Checkpoint.open(signed.note().replace("\n7\n", "\n8\n"), KEY.verifier()))
        .isInstanceOf(UnsignedException.class);
    for (int i = 0; i < signed.note().length(); i++) {
      StringBuilder changed = new StringBuilder(signed.note());
      changed.setCharAt(i, changed.charAt(i) == 'A' ? 'B' : 'A');
      assertThatThrownBy(() -> Checkpoint.open(changed.toString(), KEY.verifier()))
          .as("changed at %s: %s", i, changed)
          .isInstanceOf(UnsignedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"medic/export/1\n5\n", "another\n7\nAAAA\n"})
  void aSignatureForAnotherPurposeIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.open(KEY.sign(text), KEY.verifier()))
        .isInstanceOf(UnsignedException.class);
  }

  @Test
  void aForeignCosignatureDoesNotHurt() throws Exception {
    Checkpoint.Signed signed = Checkpoint.sign(7, Hash.ofNothing(), KEY);
    String cosignature = OTHER.sign("x\n").substring("x\n\n".length());
    assertThat(Checkpoint.open(signed.note() + cosignature, KEY.verifier()).size()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no line end", "a\tb\n", "a\r\n"})
  void onlyPlainLinesAreSigned(String text) {
    assertThatThrownBy(() -> KEY.sign(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProofStandsForItself() throws Exception {
    Hash leaf = Hash.ofLeaf(new byte[] {1});
    Hash neighbour = Hash.ofLeaf(new byte[] {2});
    Checkpoint.Signed head = Checkpoint.sign(2, Hash.ofNode(neighbour, leaf), KEY);
    TlogProof proof = new TlogProof(new InclusionProof(1, 2, List.of(neighbour)), head);

    TlogProof read = TlogProof.open(proof.toString(), KEY.verifier());

    assertThat(read).isEqualTo(proof);
    assertThat(read.holds(leaf)).isTrue();
    assertThat(read.holds(neighbour)).isFalse();
  }
}
