package medic.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "Ann.Lee+visits@Example.ORG, Ann.Lee+visits@Example.ORG",
    "medic@localhost, medic@localhost",
    "o'neill@r3---sn.example, o'neill@r3---sn.example",
    "bob@pštients.example, bob@xn--ptients-qqb.example",
    "ann@straße.example, ann@xn--strae-oqa.example",
    "ann@STRASSE.example, ann@STRASSE.example",
    "info@пример.рф, info@xn--e1afmkfd.xn--p1ai",
    "info@例え.テスト, info@xn--r8jz45g.xn--zckzah",
    "ann@faß。example, ann@xn--fa-hia.example",
    "ann@ｅxample.org, ann@example.org",
    "ann@xn--strae-oqa.example, ann@xn--strae-oqa.example",
  })
  void writesTheDomainInAscii(String written, String ascii) {
    assertThat(MailAddress.of(written).map(MailAddress::toString)).contains(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "šlice@patients.example",
        "иван@пример.рф",
        "ａlice@patients.example",
        "ali\u00adce@patients.example",
        "bob@pati\u00adents.example",
        "bob@pati\u200bents.example",
        "bob@patients\ufe0f.example",
        "ann@xn--zzzzzzz--.example",
        "ann@a\u202Eb.example",
        "ann@-ö-.example",
        "ann@ö..example",
        "ann@ex_ample.org",
        "ann@example.org.",
        "ann@127.0.0.1",
        "ann@[127.0.0.1]",
        "ann@1.2.3.0x4",
        "ann@0X7f",
        "ann@example.0x",
        "ann@",
        "@example.org",
        "ann",
        "ann@bob@example.org",
        "ann lee@example.org",
        "\"ann lee\"@example.org",
        "Ann <ann@example.org>",
        ".ann@example.org",
        "ann..lee@example.org",
        " ann@example.org",
        "ann@example.org ",
        "ann@example.org\r\nBcc: eve@example.org",
        "a\nb@example.org",
        "ann@example.org\n"
      })
  void isNoGuess(String written) {
    assertThat(MailAddress.of(written)).isEmpty();
  }

  @Test
  void isOfALengthThatServersTake() {
    String label = "d".repeat(63);
    assertThat(MailAddress.of("a".repeat(64) + "@example.org")).isPresent();
    assertThat(MailAddress.of("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(MailAddress.of("a@" + label + ".org")).isPresent();
    assertThat(MailAddress.of("a@d" + label + ".org")).isEmpty();
    assertThat(MailAddress.of("a@" + "ö".repeat(60) + ".org")).isEmpty();
    String domain = String.join(".", label, label, label, "d".repeat(60));
    assertThat(MailAddress.of("a@" + domain)).isPresent();
    assertThat(MailAddress.of("ab@" + domain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, true",
    "ann@пример.рф, true",
    "bob@gmail, false",
    "medic@localhost, false",
    "ann@例え, false",
    "ann@example.0x4a, false"
  })
  void peopleAreReachedFromAnywhere(String address, boolean reached) {
    assertThat(new EmailValidator().isValid(address, null)).isEqualTo(reached);
  }
}
