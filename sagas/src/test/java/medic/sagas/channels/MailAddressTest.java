package medic.sagas.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, ann@example.org",
    "Ann.Lee+visits@Example.ORG, Ann.Lee+visits@Example.ORG",
    "medic@localhost, medic@localhost",
    "bob@pštients.example, bob@xn--ptients-qqb.example",
    "ann@straße.example, ann@xn--strae-oqa.example",
    "ann@STRASSE.example, ann@STRASSE.example",
    "иван@пример.рф, ",
    "info@пример.рф, info@xn--e1afmkfd.xn--p1ai",
    "info@例え.テスト, info@xn--r8jz45g.xn--zckzah",
    "ann@faß。example, ann@xn--fa-hia.example",
    "ann@xn--strae-oqa.example, ann@xn--strae-oqa.example",
  })
  void writesTheDomainInAscii(String written, String ascii) {
    assertThat(MailAddress.of(written).map(MailAddress::toString).orElse(null)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "šlice@patients.example",
        "ann@xn--zzzzzzz--.example",
        "ann@a\u202Eb.example",
        "ann@-ö-.example",
        "ann@ö..example",
        "ann@",
        "@example.org",
        "ann",
        "a\nb@example.org"
      })
  void isNoGuess(String written) {
    assertThat(MailAddress.of(written)).isEmpty();
  }
}
