package medic.sagas.messages.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.composing.Holes;
import medic.sagas.messages.outbox.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind an opt-out link is whole, in each language and for each channel. */
class OptOutPageTest {

  private static final String TOKEN = "a1.b2-c3";

  private final OptOutPage page =
      new OptOutPage(
          new NotificationSettings(
              "desk@practice.example",
              Optional.empty(),
              URI.create("http://localhost"),
              Locale.ENGLISH,
              Optional.empty()));

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "es", "fr", "it"})
  void isWhole(String language) {
    Locale locale = Locale.forLanguageTag(language);
    for (NotificationChannel channel : NotificationChannel.automatic()) {
      String asking = page.asking(channel, TOKEN, locale);
      String done = page.done(channel, locale);

      assertThat(Holes.inPage(asking)).as(asking).isEmpty();
      assertThat(Holes.inPage(done)).as(done).isEmpty();
      assertThat(asking).contains("<form", "token=" + TOKEN).doesNotContain("role=\"status\"");
      assertThat(done).contains("role=\"status\"").doesNotContain("<form");
    }
  }

  @Test
  void speaksEachLanguage() {
    assertThat(
            Stream.of("de", "en", "es", "fr")
                .map(Locale::forLanguageTag)
                .map(language -> page.done(NotificationChannel.SMS, language)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<main><p>Done</p>",
        "<main><p>Done</main></p>",
        "<main><p></p></main>",
        "<main><p>No more messages by .</p></main>",
        "<main><p>{{channel}}</p></main>"
      })
  void seesWhatIsNotWhole(String broken) {
    assertThat(Holes.inPage(broken)).isNotEmpty();
  }
}
