package medic.app.practicefile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import medic.app.Settings;
import medic.http.Logins;
import medic.http.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Sets up the demo practice at the first start with no configuration. The admin's login is made
 * last: while it is missing, the load broke off and is repeated.
 */
@Component
final class DemoPractice implements ApplicationRunner {

  private static final String PASSWORD = "demo";

  private final PracticeLoader loader;
  private final Logins logins;
  private final Environment environment;

  DemoPractice(PracticeLoader loader, Logins logins, Environment environment) {
    this.loader = loader;
    this.logins = logins;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    boolean wanted =
        !Settings.isReal(environment)
            && environment.getProperty("medic.demo", Boolean.class, true)
            && !logins.exists("admin");
    if (wanted) {
      try (Reader file =
          new InputStreamReader(
              new ClassPathResource("demo/practice.yaml").getInputStream(),
              StandardCharsets.UTF_8)) {
        loader.load(file);
      }
      logins.createDemo("auditor", PASSWORD, Role.AUDITOR, null);
      logins.createDemo("admin", PASSWORD, Role.ADMIN, null);
    }
  }
}
