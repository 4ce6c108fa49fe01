package medic.app.cli;

import medic.app.embedded.DatabaseSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** Starts the application over its database, which stops after it. */
public final class Launcher {

  private Launcher() {}

  /** Starts a context; a subcommand that needs no server takes {@link WebApplicationType#NONE}. */
  public static ConfigurableApplicationContext start(WebApplicationType type, Class<?>... sources) {
    SpringApplication application = new SpringApplication(sources);
    application.setWebApplicationType(type);
    application.setLogStartupInfo(false);
    application.addInitializers(Launcher::giveDatabase);
    return application.run();
  }

  /** Before any bean is made; the server stops when all contexts are closed. */
  private static void giveDatabase(ConfigurableApplicationContext context) {
    DatabaseSource database = DatabaseSource.open(context.getEnvironment());
    SpringApplication.getShutdownHandlers().add(database::close);
    database.addTo(context.getEnvironment());
  }

  /** The database alone, for a subcommand that needs no context; to be closed. */
  public static DatabaseSource openDatabase() {
    return DatabaseSource.open(new StandardEnvironment());
  }
}
