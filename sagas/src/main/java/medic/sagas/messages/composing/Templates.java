package medic.sagas.messages.composing;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.Template;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The texts, a Mustache file a template and language: a line {@code subject: ...}, a line {@code
 * short: ...} for text messages and pushes, an empty line, the text. Templates share the parts of
 * their language and cannot include others or call anything.
 */
@Component
public class Templates {

  private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
  private static final String SUBJECT = "subject: ";
  private static final String SHORT = "short: ";

  /** A name that no fact has is an error, unless a section asks for it first. */
  private static final Mustache.Compiler STRICT = Mustache.compiler().escapeHTML(false);

  private final TemplateFiles files;
  private final Locale fallback;

  public Templates(NotificationSettings settings) {
    this.files = new TemplateFiles(settings.templates());
    this.fallback = settings.language();
  }

  /** A rendered template, without line breaks in subject and short text. */
  record Rendered(String subject, String shortText, String text) {}

  /** The language that a recipient's wish leads to: theirs where there is a file, or the usual. */
  Locale languageFor(Template template, Locale wished) {
    return files.template(template, wished).isPresent() ? wished : fallback;
  }

  /**
   * Renders a template. Where one of the operator's tells of a fact that is absent, the message
   * goes out with nothing in its place, and the log says so.
   *
   * @throws DeliveryFailure lasting, when the template is missing or broken
   */
  Rendered render(Template template, Locale language, Map<String, Object> facts) {
    try {
      return renderWhole(template, language, facts);
    } catch (MustacheException.Context hole) {
      LOG.warn("Template {} tells of {}, which is absent", name(template, language), hole.key);
      return render(template, language, facts, STRICT.defaultValue(""));
    }
  }

  /**
   * As {@link #render}, but a fact that is told of and absent is an error.
   *
   * @throws MustacheException.Context that names the fact
   */
  Rendered renderWhole(Template template, Locale language, Map<String, Object> facts) {
    return render(template, language, facts, STRICT);
  }

  /** A part by itself, in one line; in the usual language where the other has none. */
  String line(String part, Locale language, Map<String, Object> facts) {
    try {
      return GivenFacts.oneLine(
          STRICT
              .withLoader(name -> files.part(name, language))
              .compile("{{>" + part + "}}")
              .execute(GivenFacts.of(facts)));
    } catch (MustacheException none) {
      return language.equals(fallback) ? "" : line(part, fallback, facts);
    }
  }

  private Rendered render(
      Template template, Locale language, Map<String, Object> facts, Mustache.Compiler compiler) {
    String name = name(template, language);
    String source =
        files
            .template(template, language)
            .orElseThrow(() -> DeliveryFailure.lasting("TEMPLATE_MISSING:" + name));
    try {
      return rendered(source, facts, compiler.withLoader(part -> files.part(part, language)));
    } catch (MustacheException.Context hole) {
      throw hole;
    } catch (MustacheException broken) {
      throw DeliveryFailure.lasting("TEMPLATE_BROKEN:" + name);
    }
  }

  private static Rendered rendered(
      String source, Map<String, Object> facts, Mustache.Compiler compiler) {
    var compiled = compiler.compile(source);
    List<String> parts = parts(compiled.execute(GivenFacts.of(facts)));
    List<String> shortened = parts(compiled.execute(GivenFacts.shortened(facts)));
    if (!isComplete(parts) || !isComplete(shortened)) {
      throw new MustacheException("no subject, short text and text");
    }
    return new Rendered(
        GivenFacts.oneLine(parts.get(0).substring(SUBJECT.length())),
        GivenFacts.oneLine(shortened.get(1).substring(SHORT.length())),
        parts.get(2).strip() + "\n");
  }

  /** The two lines of the head, and the text. */
  private static List<String> parts(String rendered) {
    String[] parts = rendered.split("\n\\s*\n", 2);
    List<String> head = parts[0].lines().toList();
    return parts.length == 2 && head.size() == 2
        ? List.of(head.get(0), head.get(1), parts[1])
        : List.of();
  }

  private static boolean isComplete(List<String> parts) {
    return !parts.isEmpty() && parts.get(0).startsWith(SUBJECT) && parts.get(1).startsWith(SHORT);
  }

  private static String name(Template template, Locale language) {
    return template.key() + "." + language.getLanguage();
  }
}
