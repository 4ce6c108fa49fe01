package medic.sagas.messages.sending;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL with the sagas' tables, for one run of tests. */
public final class SagaDatabase {

  private static DataSource dataSource;

  /** The migrations of this module, and of those below. */
  private static final String OURS = "classpath:db/migration";

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
      migrate(pool, "4000", "filesystem:../app/src/main/resources/db/migration", OURS);
      migrate(pool, "latest", OURS);
      return pool;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void migrate(DataSource pool, String target, String... locations) {
    Flyway.configure()
        .dataSource(pool)
        .locations(locations)
        .target(target)
        .ignoreMigrationPatterns("*:missing")
        .skipDefaultCallbacks(true)
        .load()
        .migrate();
  }

  static void empty() {
    new JdbcTemplate(dataSource())
        .execute(
            "truncate work.contact_patient, work.contact_doctor, work.contact_type,"
                + " work.contact_place, work.consent_entry, work.notified_visit, work.notified_time_off,"
                + " work.notification, work.scheduled_tasks, work.saga_entry,"
                + " work.association_value_entry");
  }
}
