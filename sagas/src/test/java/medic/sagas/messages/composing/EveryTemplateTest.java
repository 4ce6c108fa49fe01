package medic.sagas.messages.composing;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.MustacheException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every template in every language, whatever facts are absent: nothing shows that they are. */
class EveryTemplateTest {

  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr");

  /** In UTF-16 units, links left out: five text messages joined to one. */
  private static final int MAX_SHORT_LENGTH = 335;

  private static final Pattern PART = Pattern.compile("\\{\\{>([a-z-]+)}}");
  private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");

  private final TemplateFiles files = new TemplateFiles(Optional.empty());
  private final Templates templates =
      new Templates(
          new NotificationSettings(
              "desk@practice.example",
              Optional.empty(),
              URI.create("http://localhost"),
              Locale.ENGLISH,
              Optional.empty()));

  static Stream<Template> templates() {
    return Arrays.stream(Template.values());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isWholeWhateverIsAbsent(Template template) {
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      Set<String> named = SampleFacts.namedIn(whole(template, locale));
      for (Map<String, Object> facts : SampleFacts.combinationsOf(named)) {
        assertThat(holes(template, locale, facts))
            .as("%s.%s of %s", template.key(), language, facts)
            .isEmpty();
      }
    }
  }

  private List<String> holes(Template template, Locale language, Map<String, Object> facts) {
    try {
      Templates.Rendered letter = templates.renderWhole(template, language, facts);
      return Stream.of(letter.subject(), letter.shortText(), letter.text())
          .flatMap(text -> Holes.in(text).stream())
          .toList();
    } catch (MustacheException.Context hole) {
      return List.of(hole.key);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void fitsIntoAFewTextMessages(Template template) {
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      Map<String, Object> facts =
          SampleFacts.namedIn(whole(template, locale)).stream()
              .collect(Collectors.toMap(name -> name, name -> "Ж🦷".repeat(100)));
      facts.keySet().removeAll(Set.of("link", "join", "optOut"));
      facts.put("link", "");

      String text = templates.render(template, locale, facts).shortText();

      assertThat(text.codePointCount(0, text.length()))
          .as("%s.%s: %s", template.key(), language, text)
          .isLessThanOrEqualTo(MAX_SHORT_LENGTH);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysTheSameFactsInEveryLanguageInItsOwnWords(Template template) {
    String english = whole(template, Locale.ENGLISH);
    Set<String> said = Set.copyOf(words(english));
    for (String language : List.of("de", "es", "fr")) {
      String text = whole(template, Locale.forLanguageTag(language));

      assertThat(SampleFacts.namedIn(text))
          .as("%s.%s", template.key(), language)
          .isEqualTo(SampleFacts.namedIn(english));
      assertThat(words(text))
          .as("%s.%s", template.key(), language)
          .doesNotContainAnyElementsOf(said);
    }
  }

  @Test
  void saysInOneLineWhereAVisitIs() {
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Map<String, Object> facts :
          SampleFacts.combinationsOf(SampleFacts.namedIn(part("where", locale)))) {
        boolean known = Stream.of("place", "video", "phone").anyMatch(facts::containsKey);
        String where = templates.line("where", locale, facts);

        assertThat(Holes.in(where)).as("%s of %s", language, facts).isEmpty();
        assertThat(where.isEmpty()).as("%s of %s", language, facts).isEqualTo(!known);
        assertThat(where.contains("Torstr")).isEqualTo(facts.containsKey("place"));
      }
    }
  }

  /** What lines say beside facts; a signature or a single word may be the same by chance. */
  private static List<String> words(String text) {
    return TAG.matcher(text)
        .replaceAll("")
        .lines()
        .map(line -> line.replaceFirst("^(subject|short): ", "").strip())
        .filter(line -> line.contains(" "))
        .toList();
  }

  /** A template's text with its parts in their places. */
  private String whole(Template template, Locale language) {
    String source = files.template(template, language).orElseThrow();
    return PART.matcher(source)
        .replaceAll(part -> Matcher.quoteReplacement(part(part.group(1), language)));
  }

  private String part(String name, Locale language) {
    try (var reader = files.part(name, language)) {
      var text = new java.io.StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At the place of the visit the clock then says: .",
        "Hello ,",
        "Where: \nYour practice",
        "(times are in )",
        "with  on Monday",
        "Price: null",
        "{{#place}}",
        "Reschedule to ()",
        "Il sera alors : .",
        "Join here:",
        "a\n\n\n\nb"
      })
  void seesHoles(String text) {
    assertThat(Holes.in(text)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Rendez-vous : 10 h 15.", "Hola: su cita…", "See https://a.example/x?y=1."})
  void leavesWholeTextsAlone(String text) {
    assertThat(Holes.in(text)).isEmpty();
  }

  @Test
  void findsAllBuiltInTemplates() {
    Set<String> missing = new HashSet<>();
    for (Template template : Template.values()) {
      LANGUAGES.stream()
          .filter(l -> files.template(template, Locale.forLanguageTag(l)).isEmpty())
          .forEach(l -> missing.add(template.key() + "." + l));
    }
    assertThat(missing).isEmpty();
  }
}
