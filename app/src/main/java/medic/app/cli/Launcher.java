package medic.app.cli;

import java.util.Map;
import medic.app.Settings;
import medic.app.postgres.embedded.DatabaseSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts the application over its database, which stops after it. */
public final class Launcher {

  private Launcher() {}

  /** Starts a context; a subcommand that needs no server takes {@link WebApplicationType#NONE}. */
  public static ConfigurableApplicationContext start(WebApplicationType type, Class<?>... sources) {
    return start(type, Launcher::giveDatabase, sources);
  }

  /** Starts a context over the database of one that was closed, which still runs. */
  public static ConfigurableApplicationContext startAgain(
      ConfigurableEnvironment before, WebApplicationType type, Class<?>... sources) {
    return start(type, context -> DatabaseSource.share(before, context.getEnvironment()), sources);
  }

  private static ConfigurableApplicationContext start(
      WebApplicationType type,
      ApplicationContextInitializer<ConfigurableApplicationContext> database,
      Class<?>... sources) {
    SpringApplication application = new SpringApplication(sources);
    application.setWebApplicationType(type);
    application.setLogStartupInfo(false);
    application.addInitializers(Launcher::settle, database, Launcher::nameAxonServer);
    return application.run();
  }

  /**
   * An address that is set to nothing is not set: the server's own default would be all of them.
   */
  static void settle(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Settings.check(environment);
    if (environment.getProperty("server.address", "").isBlank()) {
      environment
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "loopback", Map.of("server.address", Settings.SERVER_ADDRESS.defaultValue())));
    }
  }

  /** Before any bean is made; the server stops when all contexts are closed. */
  private static void giveDatabase(ConfigurableApplicationContext context) {
    DatabaseSource database = DatabaseSource.open(context.getEnvironment());
    SpringApplication.getShutdownHandlers().add(database::close);
    database.makeReady();
    database.addTo(context.getEnvironment());
  }

  /** With an Axon Server named, it keeps the events and carries commands and queries. */
  static void nameAxonServer(ConfigurableApplicationContext context) {
    Settings.AXON_SERVER_ADDRESS
        .find(context.getEnvironment())
        .ifPresent(
            address ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new MapPropertySource(
                            "axon-server",
                            Map.of(
                                "axon.axonserver.enabled",
                                true,
                                "axon.axonserver.servers",
                                address))));
  }

  /** The database alone, for a subcommand that needs no context; to be closed. */
  public static DatabaseSource openDatabase() {
    StandardEnvironment environment = new StandardEnvironment();
    Settings.check(environment);
    return DatabaseSource.open(environment);
  }
}
