package medic.app.embedded;

import java.nio.file.Path;
import java.util.Map;
import medic.app.Settings;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Which database the application uses: an outside one when named, or else the embedded one. */
public final class DatabaseSource implements AutoCloseable {

  private static final AutoCloseable NOTHING = () -> {};

  private final Map<String, Object> properties;
  private final AutoCloseable server;

  private DatabaseSource(Map<String, Object> properties, AutoCloseable server) {
    this.properties = properties;
    this.server = server;
  }

  /** Reads the settings, and starts or joins the embedded database where they name no other. */
  public static DatabaseSource open(ConfigurableEnvironment environment) {
    if (Settings.MEDIC_DB_URL.find(environment).isPresent()) {
      return new DatabaseSource(
          properties(
              Settings.MEDIC_DB_URL.in(environment),
              Settings.MEDIC_DB_USER.in(environment),
              Settings.MEDIC_DB_PASSWORD.in(environment)),
          NOTHING);
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.open(Path.of(Settings.MEDIC_DATA.in(environment)));
    return new DatabaseSource(
        properties(embedded.url(), embedded.user(), embedded.password()), embedded);
  }

  /** Tells Spring, above all other sources. */
  public void addTo(ConfigurableEnvironment environment) {
    environment.getPropertySources().addFirst(new MapPropertySource("medic-database", properties));
  }

  public String url() {
    return String.valueOf(properties.get("spring.datasource.url"));
  }

  public String user() {
    return String.valueOf(properties.get("spring.datasource.username"));
  }

  public String password() {
    return String.valueOf(properties.get("spring.datasource.password"));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("the database did not stop", failure);
    }
  }

  private static Map<String, Object> properties(String url, String user, String password) {
    String batched = url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    return Map.of(
        "spring.datasource.url", batched,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }
}
