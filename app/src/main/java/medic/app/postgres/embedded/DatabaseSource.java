package medic.app.postgres.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.app.postgres.database.DatabaseLogin;
import medic.app.postgres.database.Migrations;
import medic.app.postgres.database.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Which database the application uses, and as whom: an outside one when named, or else the embedded
 * one.
 */
public final class DatabaseSource implements AutoCloseable {

  /** The user and the password with which the log is appended to; absent where it is not. */
  public static final String LOG_USER = "medic.log.user";

  public static final String LOG_PASSWORD = "medic.log.password";

  private static final String PROPERTIES = "medic-database";

  private final DatabaseLogin application;
  private final @Nullable DatabaseLogin owner;
  private final @Nullable DatabaseLogin log;
  private final Map<String, String> passwords;
  private final @Nullable EmbeddedDatabase embedded;

  private DatabaseSource(
      DatabaseLogin application,
      @Nullable DatabaseLogin owner,
      @Nullable DatabaseLogin log,
      Map<String, String> passwords,
      @Nullable EmbeddedDatabase embedded) {
    this.application = application;
    this.owner = owner;
    this.log = log;
    this.passwords = passwords;
    this.embedded = embedded;
  }

  /** Reads the settings, and starts or joins the embedded database where they name no other. */
  public static DatabaseSource open(ConfigurableEnvironment environment) {
    return Settings.MEDIC_DB_URL.find(environment).isPresent()
        ? outside(environment)
        : inside(EmbeddedDatabase.open(Path.of(Settings.MEDIC_DATA.in(environment))));
  }

  private static DatabaseSource inside(EmbeddedDatabase embedded) {
    String url = embedded.url();
    Map<String, String> passwords = embedded.passwords();
    return new DatabaseSource(
        new DatabaseLogin(url, Roles.APPLICATION, passwords.getOrDefault(Roles.APPLICATION, "")),
        new DatabaseLogin(url, embedded.owner(), embedded.ownerPassword()),
        new DatabaseLogin(url, Roles.LOG, passwords.getOrDefault(Roles.LOG, "")),
        passwords,
        embedded);
  }

  private static DatabaseSource outside(Environment environment) {
    String password = Settings.MEDIC_DB_PASSWORD.in(environment);
    String logPassword = Settings.MEDIC_DB_LOG_PASSWORD.in(environment);
    return new DatabaseSource(
        login(environment, Settings.MEDIC_DB_USER, password),
        Settings.MEDIC_DB_OWNER_USER
            .find(environment)
            .map(
                name ->
                    login(
                        environment,
                        Settings.MEDIC_DB_OWNER_USER,
                        Settings.MEDIC_DB_OWNER_PASSWORD.in(environment)))
            .orElse(null),
        Settings.MEDIC_DB_LOG_USER
            .find(environment)
            .map(name -> login(environment, Settings.MEDIC_DB_LOG_USER, logPassword))
            .orElse(null),
        Map.of(Roles.APPLICATION, password, Roles.LOG, logPassword),
        null);
  }

  private static DatabaseLogin login(Environment environment, Settings user, String password) {
    return new DatabaseLogin(Settings.MEDIC_DB_URL.in(environment), user.in(environment), password);
  }

  /**
   * Lets the application start on it: with the owner known, missing roles are made and migrations
   * will run as the owner; else they must have run.
   */
  public void makeReady() {
    if (owner == null) {
      Migrations.refusePending(application);
    } else if (embedded == null) {
      Migrations.prepareRoles(owner, passwords);
    }
  }

  /**
   * Runs the migrations that have not run yet.
   *
   * @return how many were run
   * @throws StartRefused when the owner is not known
   */
  public int migrate() {
    if (owner == null) {
      throw new StartRefused("MEDIC_DB_OWNER_USER and MEDIC_DB_OWNER_PASSWORD are needed.");
    }
    return Migrations.run(owner, passwords);
  }

  /** Tells Spring, above all other sources. */
  public void addTo(ConfigurableEnvironment environment) {
    environment.getPropertySources().addFirst(new MapPropertySource(PROPERTIES, properties()));
  }

  /** Tells another context of the database that one was told of before. */
  public static void share(ConfigurableEnvironment from, ConfigurableEnvironment to) {
    PropertySource<?> told = from.getPropertySources().get(PROPERTIES);
    if (told == null) {
      throw new IllegalArgumentException("no database was told of");
    }
    to.getPropertySources().addFirst(told);
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", batched(application.url()));
    properties.put("spring.datasource.username", application.user());
    properties.put("spring.datasource.password", application.password());
    if (owner == null) {
      properties.put("spring.flyway.enabled", false);
    } else {
      properties.put("spring.flyway.url", owner.url());
      properties.put("spring.flyway.user", owner.user());
      properties.put("spring.flyway.password", owner.password());
    }
    if (log != null) {
      properties.put(LOG_USER, log.user());
      properties.put(LOG_PASSWORD, log.password());
    }
    return properties;
  }

  private static String batched(String url) {
    return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
  }

  /** As the application uses it. */
  public DatabaseLogin application() {
    return application;
  }

  /** As whoever the tables belong to, where that is known. */
  public Optional<DatabaseLogin> owner() {
    return Optional.ofNullable(owner);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
