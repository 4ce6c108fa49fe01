package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "intact \u001b[2J\u001b[1;1H, intact \\u001b[2J\\u001b[1;1H",
    "a\u0007b\u009bc, a\\u0007b\\u009bc",
    "\u202Eevil\u2066, \\u202eevil\\u2066",
    "two\nlines\r, two\\u000alines\\u000d",
    "Zoë 👩‍⚕️ 李, Zoë 👩\\u200d⚕️ 李"
  })
  void escapesWhatATerminalWouldObey(String strangers, String printed) {
    assertThat(Printable.of(strangers)).isEqualTo(printed);
  }
}
