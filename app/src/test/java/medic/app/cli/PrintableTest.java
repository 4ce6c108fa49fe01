package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTest {

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of("intact \u001b[2J\u001b[1;1H", "intact \\u001b[2J\\u001b[1;1H"),
        Arguments.of("a\u0007b\u009bc", "a\\u0007b\\u009bc"),
        Arguments.of("\u202Eevil\u2066", "\\u202eevil\\u2066"),
        Arguments.of("two\nlines\r\u2028", "two\\u000alines\\u000d\\u2028"),
        Arguments.of("half \uD800 of one", "half \\ud800 of one"),
        Arguments.of("Zoë 👩 李", "Zoë 👩 李"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void escapesWhatATerminalWouldObey(String text, String printed) {
    assertThat(Printable.of(text)).isEqualTo(printed);
  }
}
