package medic.sagas.notifications;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL with the sagas' tables, for one run of tests. */
public final class SagaDatabase {

  /** Later than the migrations of other modules, which are not here. */
  private static final String HOW_VISITS_TAKE_PLACE =
      "/db/migration/V6073__how_visits_take_place.sql";

  private static DataSource dataSource;

  private SagaDatabase() {}

  public static synchronized DataSource dataSource() {
    if (dataSource == null) {
      dataSource = start();
    }
    return dataSource;
  }

  private static DataSource start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
      pool.setMaximumPoolSize(4);
      Flyway.configure()
          .dataSource(pool)
          .locations("filesystem:../app/src/main/resources/db/migration", "classpath:db/migration")
          .target("4000")
          .skipDefaultCallbacks(true)
          .load()
          .migrate();
      new JdbcTemplate(pool).execute(script(HOW_VISITS_TAKE_PLACE));
      return pool;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String script(String file) throws IOException {
    try (InputStream script = SagaDatabase.class.getResourceAsStream(file)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void empty() {
    new JdbcTemplate(dataSource())
        .execute(
            "truncate work.contact_patient, work.contact_doctor, work.contact_type,"
                + " work.contact_place, work.consent_entry, work.notified_visit,"
                + " work.notification, work.scheduled_tasks, work.saga_entry,"
                + " work.association_value_entry");
  }
}
