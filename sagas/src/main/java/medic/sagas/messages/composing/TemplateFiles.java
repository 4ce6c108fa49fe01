package medic.sagas.messages.composing;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.Template;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of templates, {@code en/reminder.txt}, and of the parts that several of them share,
 * {@code en/visit.part.txt}. Those of the operator's directory come before the built-in ones and
 * are read anew each time, so that a broken one can be mended while the server runs.
 */
final class TemplateFiles {

  private static final String BUILT_IN = "classpath:/templates/notifications/*/*.txt";

  /** By language and file. */
  private final Map<String, String> builtIn = builtIn();

  private final Optional<Path> directory;

  TemplateFiles(Optional<Path> directory) {
    this.directory = directory;
  }

  Optional<String> template(Template template, Locale language) {
    return file(language, template.key() + ".txt");
  }

  /**
   * A part that templates name as {@code {{>visit}}}; its name is no path, and it has no parts.
   *
   * @throws MustacheException where there is none
   */
  Reader part(String name, Locale language) {
    String text =
        Optional.of(name)
            .filter(word -> word.matches("[a-z-]+"))
            .flatMap(word -> file(language, word + ".part.txt"))
            .filter(part -> !part.contains("{{>"))
            .orElseThrow(() -> new MustacheException("no part " + name));
    return new StringReader(text);
  }

  private Optional<String> file(Locale language, String name) {
    String file = language.getLanguage() + "/" + name;
    return inDirectory(file).or(() -> Optional.ofNullable(builtIn.get(file)));
  }

  private Optional<String> inDirectory(String file) {
    return directory
        .map(base -> base.resolve(file))
        .filter(Files::isRegularFile)
        .map(TemplateFiles::read);
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
