package medic.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  private static final PhoneNumbers GERMAN = new PhoneNumbers("DE");

  @ParameterizedTest
  @CsvSource({
    "DE, 030 1234567, +49301234567",
    "DE, 0049 30 1234567, +49301234567",
    "DE, +49 30 1234567, +49301234567",
    "DE, +49 (0)30 1234567, +49301234567",
    "DE, (030) 123-45-67, +49301234567",
    "DE, 030/1234567, +49301234567",
    "DE, 030–1234567, +49301234567",
    "DE, 0151.23456789, +4915123456789",
    "DE, (+49) 30 901820, +4930901820",
    "DE, +49 (0)30 901820, +4930901820",
    "DE, ' 030 1234567 ', +49301234567",
    "DE, +33\u202f1\u202f42\u202f68\u202f53\u202f00, +33142685300",
    "DE, 030\u202f901820, +4930901820",
    "DE, +49\u00a030\u00a0901820, +4930901820",
    "DE, +39 06 12345678, +390612345678",
    "DE, +1 500 555 0006, +15005550006",
    "DE, +44 20 7946 0958, +442079460958",
    "ES, 612 34 56 78, +34612345678",
    "ES, 0049 151 23456789, +4915123456789",
    "US, (212) 555-0100, +12125550100",
    "US, 011 49 30 1234567, +49301234567",
    "IT, 06 12345678, +390612345678",
    "AT, 0664 1234567, +436641234567",
  })
  void readsWhatIsDialledInTheCountry(String country, String written, String e164) {
    assertThat(new PhoneNumbers(country).e164(written)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999 12345",
        "+49 1",
        "+1 555 0100",
        "+49 1234567890123456",
        "+49301234567890123",
        "+49 0049 30 901820",
        "+49 00 30 901820",
        "+490000000",
        "+49 30 901820/22",
        "030 901820/2",
        "1234567",
        "110",
        "0 0 0 0",
        "call me",
        "0800-FLOWERS",
        "030 1234567 ext. 5",
        "030 1234567;ext=5",
        "+49 30 1234567\nBcc",
        "+",
        "()",
        ""
      })
  void isNoGuess(String written) {
    assertThat(GERMAN.e164(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "de", "", "EU"})
  void needsACountryThatIsOne(String country) {
    assertThatThrownBy(() -> new PhoneNumbers(country))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
