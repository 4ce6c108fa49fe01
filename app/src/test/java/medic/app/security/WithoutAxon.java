package medic.app.security;

import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/** Leaves Axon's own configuration out of a test that needs none of it. */
final class WithoutAxon {

  private WithoutAxon() {}

  static String exclusions() {
    return ImportCandidates.load(AutoConfiguration.class, WithoutAxon.class.getClassLoader())
        .getCandidates()
        .stream()
        .filter(name -> name.startsWith("org.axonframework."))
        .collect(Collectors.joining(","));
  }
}
