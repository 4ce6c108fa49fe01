package medic.app.log;

import java.sql.Connection;
import java.util.List;
import medic.app.server.BoundedHealth;
import medic.log.store.IntegrityReports;
import medic.log.store.IntegrityReports.Examination;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * TAMPERED while a finding stands. Such a server still answers with 200: who would stop it for that
 * would do the intruder's work.
 */
final class LogHealth extends BoundedHealth {

  static final String TAMPERED = "TAMPERED";

  private final JdbcTemplate database;

  LogHealth(JdbcTemplate database) {
    super("The log cannot be asked");
    this.database = database;
  }

  @Override
  protected void check(Health.Builder health) {
    List<Examination> standing =
        database.execute((Connection connection) -> IntegrityReports.standing(connection));
    long findings = standing.stream().mapToLong(one -> one.findings().size()).sum();
    if (findings == 0) {
      health.up();
    } else {
      health.status(TAMPERED).withDetail("findings", findings);
    }
  }
}
