package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRulesTest {

  private static final FeedRules OUTSIDE = new FeedRules(false);
  private static final FeedRules INSIDE = new FeedRules(true);

  @ParameterizedTest
  @CsvSource({
    "https://cal.example/a.ics, https://cal.example/a.ics",
    "HTTPS://cal.example/a.ics, HTTPS://cal.example/a.ics",
    "webcal://cal.example/a.ics, https://cal.example/a.ics",
    "WEBCAL://cal.example/a.ics, https://cal.example/a.ics",
    "Webcals://cal.example/a.ics, https://cal.example/a.ics",
    "feed://cal.example/a.ics, https://cal.example/a.ics",
    "'  https://cal.example/a.ics\t', https://cal.example/a.ics",
    "https://ada:word@cal.example/a.ics?token=x, https://ada:word@cal.example/a.ics?token=x"
  })
  void takesAnAddressHoweverItIsSpelled(String given, String taken) {
    assertThat(OUTSIDE.verified(given)).hasToString(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cal.example/a.ics",
        "http://cal.example/secret.ics",
        "HTTP://cal.example/secret.ics",
        "ftp://cal.example/secret.ics",
        "https:///secret.ics",
        "https://user:secret@/a.ics",
        "https://cal example/secret.ics"
      })
  void refusesOthersWithoutQuotingThem(String given) {
    assertThatThrownBy(() -> OUTSIDE.verified(given))
        .isInstanceOf(FeedRefused.class)
        .hasMessage("must be an address that begins with https://")
        .hasNoCause();
  }

  @Test
  void takesHttpInsideOnly() {
    assertThat(INSIDE.verified(" HTTP://127.0.0.1/a.ics")).hasToString("HTTP://127.0.0.1/a.ics");
  }
}
