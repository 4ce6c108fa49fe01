package medic.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gr\u00e4fin von M\u00fcller-O\u2019Neill",
        "\u0141ukasz \u017b\u00f3\u0142\u0107",
        "Nguye\u0302\u0303n",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0634\u0631\u06cc\u0641\u064e\u200c\u0632\u0627\u062f\u0647",
        "\u0d28\u0d4d\u200d",
        "\u09b0\u200d\u09cd\u09af",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
        "\ud83d\udc69\ud83c\udffd\u200d\u2695\ufe0f",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\u846b\udb40\udd01",
        "\u0600\u0661\u0662",
        "\u5c71\u7530 \u592a\u90ce",
        "a\u00a0b",
        "Visit \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f and \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f",
        ""
      })
  void isWhatPeopleWrite(String text) {
    assertThat(ReadableText.isOneLine(text)).isTrue();
    assertThat(ReadableText.isParagraphs(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufe0f\ufe0f",
        "\u00a0",
        "\u2800 \u2800",
        "\u0301",
        "\u2028",
        "A\u202Da",
        "A\u202Ea",
        "A\u202Aa",
        "A\u202Ba",
        "A\u202Ca",
        "A\u2066a",
        "A\u2067a",
        "A\u2068a",
        "A\u2069a",
        "A\u200Ea",
        "A\u200Fa",
        "A\u061Ca",
        "A\u0000a",
        "A\u0007a",
        "A\u001ba",
        "A\u007fa",
        "A\u0085a",
        "A\u2028a",
        "A\u2029a",
        "A\u200Ba",
        "A\u2060a",
        "A\uFEFFa",
        "A\u00ADa",
        "A\u034Fa",
        "A\u180Ea",
        "A\uFFF9a",
        "A\u3164a",
        "A\u115Fa",
        "A\uDB40\uDC41a",
        "A\uFFFFa",
        "A\uD83F\uDFFEa",
        "A\uD800a",
        "A\uDC00a",
        "\uDC00\uD800",
        "A\u200Da",
        "A\u200Ca",
        "\u200Da",
        "\u0431\u200d\u0431",
        "\u05d0\u200c\u05d1",
        "\u0645\u200c\u200c\u06cc",
        "1\u200d2",
        "\ud83d\udc69\u200dAnn",
        "Ann \ud83d\udc69\u200d Bo",
        "\ud83d\udc69\u200d",
        "A\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67",
        "A\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
        "A\ud83c\udff4\udb40\udc73\udb40\udc65\udb40\udc63\udb40\udc72\udb40\udc65\udb40\udc74\udb40\udc7f"
      })
  void isNotWhatHidesOrTurns(String text) {
    assertThat(ReadableText.isOneLine(text)).isFalse();
    assertThat(ReadableText.isParagraphs(text)).isFalse();
  }

  @Test
  void hasLinesOnlyWhereTheyAreRead() {
    for (String text : new String[] {"two\nlines", "two\r\nlines", "a\ttab"}) {
      assertThat(ReadableText.isOneLine(text)).isFalse();
      assertThat(ReadableText.isParagraphs(text)).isTrue();
    }
  }
}
