package medic.sagas.notifications;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts, a Mustache file a template and language: a line {@code subject: ...}, a line {@code
 * short: ...} for text messages and pushes, an empty line, the text. Files of the operator's
 * directory come before the built-in ones and are read anew each time, so that a broken one can be
 * mended while the server runs. Templates cannot include others or call anything.
 */
@Component
public class Templates {

  private static final String BUILT_IN = "classpath:/templates/notifications/*/*.txt";
  private static final String SUBJECT = "subject: ";
  private static final String SHORT = "short: ";
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);

  /** By language and file, as in {@code en/reminder.txt}. */
  private final Map<String, String> builtIn = builtIn();

  private final Optional<Path> directory;
  private final Locale fallback;

  public Templates(NotificationSettings settings) {
    this.directory = settings.templates();
    this.fallback = settings.language();
  }

  /** A rendered template, without line breaks in subject and short text. */
  record Rendered(String subject, String shortText, String text) {}

  /** The language that a recipient's wish leads to: theirs where there is a file, or the usual. */
  Locale languageFor(Template template, Locale wished) {
    return source(template, wished).isPresent() ? wished : fallback;
  }

  /**
   * Renders a template, each of its facts in one line: a break in a name must not end the subject,
   * nor the head of the text.
   *
   * @throws DeliveryFailure lasting, when the template is missing or broken
   */
  Rendered render(Template template, Locale language, Map<String, Object> facts) {
    String name = template.key() + "." + language.getLanguage();
    String source =
        source(template, language)
            .orElseThrow(() -> DeliveryFailure.lasting("TEMPLATE_MISSING:" + name));
    try {
      return split(COMPILER.compile(source).execute(lines(facts)), name);
    } catch (MustacheException broken) {
      throw DeliveryFailure.lasting("TEMPLATE_BROKEN:" + name);
    }
  }

  /** A text in one line, and so each text of a list or of named facts. */
  private static Object lines(Object fact) {
    if (fact instanceof String text) {
      return oneLine(text);
    } else if (fact instanceof List<?> facts) {
      return facts.stream().map(Templates::lines).toList();
    } else if (fact instanceof Map<?, ?> facts) {
      return facts.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> lines(entry.getValue())));
    }
    return fact;
  }

  private static Rendered split(String rendered, String name) {
    List<String> parts = List.of(rendered.split("\n\\s*\n", 2));
    List<String> head = parts.get(0).lines().toList();
    boolean complete =
        parts.size() == 2
            && head.size() == 2
            && head.get(0).startsWith(SUBJECT)
            && head.get(1).startsWith(SHORT);
    if (!complete) {
      throw DeliveryFailure.lasting("TEMPLATE_BROKEN:" + name);
    }
    return new Rendered(
        oneLine(head.get(0).substring(SUBJECT.length())),
        oneLine(head.get(1).substring(SHORT.length())),
        parts.get(1).strip() + "\n");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private Optional<String> source(Template template, Locale language) {
    String file = language.getLanguage() + "/" + template.key() + ".txt";
    return inDirectory(file).or(() -> Optional.ofNullable(builtIn.get(file)));
  }

  private Optional<String> inDirectory(String file) {
    return directory
        .map(base -> base.resolve(file))
        .filter(Files::isRegularFile)
        .map(Templates::read);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw DeliveryFailure.lasting("TEMPLATE_UNREADABLE:" + file.getFileName());
    }
  }

  private static Map<String, String> builtIn() {
    Map<String, String> texts = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(BUILT_IN)) {
        String path = file.getURL().getPath();
        texts.put(
            path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Map.copyOf(texts);
  }
}
