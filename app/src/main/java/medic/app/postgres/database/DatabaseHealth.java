package medic.app.postgres.database;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the database answers; part of a node's readiness. */
final class DatabaseHealth extends AbstractHealthIndicator {

  private final DatabaseWatch watch;

  DatabaseHealth(DatabaseWatch watch) {
    this.watch = watch;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (watch.isAway()) {
      health.down().withDetail("reason", "The database does not answer");
    } else {
      health.up();
    }
  }
}
