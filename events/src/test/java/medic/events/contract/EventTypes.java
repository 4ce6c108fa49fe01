package medic.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import medic.events.ActorType;

/** Everything that is compiled into the published language, found by walking its classes. */
final class EventTypes {
  private EventTypes() {}

  /** The records that implement a sealed interface of events, by name. */
  static List<Class<?>> all() {
    return families().stream()
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .sorted(Comparator.comparing(Class::getSimpleName))
        .<Class<?>>map(type -> type)
        .toList();
  }

  /** The sealed interfaces of events. */
  static List<Class<?>> families() {
    return classes().stream().filter(type -> type.isInterface() && type.isSealed()).toList();
  }

  static List<Class<?>> classes() {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .sorted()
          .<Class<?>>map(EventTypes::load)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName(name.replace('/', '.').replace('\\', '.'));
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path root() {
    try {
      return Path.of(ActorType.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
