package medic.app.cli;

import java.util.Locale;
import medic.app.embedded.DatabaseSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** Starts the application over its database, which stops after it. */
public final class Launcher {

  private Launcher() {}

  /** Starts a context; a subcommand that needs no server takes {@link WebApplicationType#NONE}. */
  public static ConfigurableApplicationContext start(WebApplicationType type, Class<?>... sources) {
    Locale.setDefault(Locale.ROOT);
    DatabaseSource database = openDatabase();
    SpringApplication application = new SpringApplication(sources);
    application.setWebApplicationType(type);
    application.setLogStartupInfo(false);
    ApplicationContextInitializer<ConfigurableApplicationContext> databaseFirst =
        context -> database.addTo(context.getEnvironment());
    application.addInitializers(databaseFirst);
    SpringApplication.getShutdownHandlers().add(database::close);
    return application.run();
  }

  /** The database alone, for a subcommand that needs no context; to be closed. */
  public static DatabaseSource openDatabase() {
    return DatabaseSource.open(new StandardEnvironment());
  }
}
