package medic.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import medic.app.MedicApplication;
import medic.app.TestDatabase;
import medic.app.postgres.database.DatabaseLogin;
import medic.app.postgres.database.Roles;
import medic.app.postgres.embedded.DatabaseSource;
import medic.http.Logins;
import medic.http.Role;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application on a real PostgreSQL and a free port, in this process. The database server is
 * shared by all tests of the JVM, each server has a database of its own unless it joins another's.
 */
public final class TestServer implements AutoCloseable {

  private static final String[] FOR_MANY = {
    "MEDIC_FEEDS_INSIDE=true",
    "MEDIC_OPEN_APPOINTMENTS=1000",
    "MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR=1000",
    "medic.push.private-endpoints=true",
    "medic.query.streams.heartbeat=500ms"
  };

  private static TestServer shared;

  private final ConfigurableApplicationContext context;
  private final String database;
  private final String keys;

  private TestServer(ConfigurableApplicationContext context, String database, String keys) {
    this.context = context;
    this.database = database;
    this.keys = keys;
  }

  public static TestServer start(String... properties) {
    TestServer server = on(TestDatabase.migrated(), newKeys(), properties);
    server.createLogins();
    return server;
  }

  /**
   * The server of all journeys that need no settings of their own and leave the practice's own
   * things as they are: each makes its doctors and patients. It lets mailboxes, feeds and push
   * services be on this machine, and lets patients have many appointments.
   */
  public static synchronized TestServer shared() {
    if (shared == null) {
      shared = start(FOR_MANY);
    }
    return shared;
  }

  /** On an outside PostgreSQL. */
  static TestServer startOn(String url, String user, String password) {
    TestServer server =
        on(
            "",
            newKeys(),
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + user,
            "spring.datasource.password=" + password);
    server.createLogins();
    return server;
  }

  /** Under target: who restarts a server needs its keys, so they are left for the next clean. */
  private static String newKeys() {
    try {
      Path all = Files.createDirectories(Path.of("target", "test-keys"));
      return Files.createTempDirectory(all.toAbsolutePath(), "server").toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void createLogins() {
    Logins logins = context.getBean(Logins.class);
    logins.createDemo("admin", "demo", Role.ADMIN, null);
    logins.createDemo("auditor", "demo", Role.AUDITOR, null);
  }

  /** A further node on the same database. */
  public TestServer join(String... properties) {
    return on(database, keys, properties);
  }

  private static TestServer on(String database, String keys, String... properties) {
    Map<String, Object> settings = new HashMap<>();
    if (!database.isEmpty()) {
      asTheApplication(TestDatabase.withoutUser(TestDatabase.url(database)), settings);
    }
    settings.put("SERVER_PORT", "0");
    settings.put("MEDIC_DATA", keys);
    settings.put("medic.demo", "false");
    for (String property : properties) {
      settings.put(property.split("=", 2)[0], property.split("=", 2)[1]);
    }
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(MedicApplication.class)
            .web(WebApplicationType.SERVLET)
            .properties(settings)
            .run();
    return new TestServer(context, database, keys);
  }

  /** With the rights that an application has in earnest: tables belong to somebody else. */
  private static void asTheApplication(String url, Map<String, Object> settings) {
    settings.put("spring.datasource.url", url);
    settings.put("spring.datasource.username", Roles.APPLICATION);
    settings.put("spring.flyway.url", url);
    settings.put("spring.flyway.user", "postgres");
    settings.put(DatabaseSource.LOG_USER, Roles.LOG);
  }

  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The variables by which a process of its own uses the same database. */
  public Map<String, String> variables() {
    return Map.of(
        "MEDIC_DATA",
        keys,
        "MEDIC_DB_URL",
        context.getEnvironment().getRequiredProperty("spring.datasource.url"),
        "MEDIC_DB_USER",
        Roles.APPLICATION);
  }

  public Client anonymous() {
    return new Client(address());
  }

  public Client admin() {
    return anonymous().login("admin", "demo");
  }

  public Client auditor() {
    return anonymous().login("auditor", "demo");
  }

  public DataSource dataSource() {
    return context.getBean(DataSource.class);
  }

  /** As whoever the tables belong to. */
  public Connection owner() throws SQLException {
    return new DatabaseLogin(TestDatabase.withoutUser(TestDatabase.url(database)), "postgres", "")
        .connect();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  @Override
  public void close() {
    if (this != shared) {
      context.close();
    }
  }
}
