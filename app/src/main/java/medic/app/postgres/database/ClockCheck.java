package medic.app.postgres.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import medic.app.StartRefused;
import medic.app.server.BoundedHealth;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a node from working by another time than the others, which all share the database's. Well
 * before a difference does harm (a node that is ahead takes over tasks that others are at; one that
 * is behind stamps events so old that readers do not wait for what was committed beside them) such
 * a node does not start, or tells by its health that it should get no more requests.
 */
final class ClockCheck extends BoundedHealth implements SmartInitializingSingleton {

  private static final Duration MAX_DIFFERENCE = Duration.ofSeconds(10);

  private final JdbcClient database;
  private final Clock clock;

  ClockCheck(JdbcClient database, Clock clock) {
    super("The database cannot be asked for the time");
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Duration ahead = ahead();
    if (isTooMuch(ahead)) {
      throw new StartRefused(
          "This machine's clock is "
              + ahead.abs().toSeconds()
              + " s "
              + (ahead.isNegative() ? "behind" : "ahead of")
              + " the database's: set both by a time server.");
    }
  }

  /** DOWN while the difference is too large; {@code aheadMillis} is negative for a late clock. */
  @Override
  protected void check(Health.Builder health) {
    Duration ahead = ahead();
    (isTooMuch(ahead) ? health.down() : health.up()).withDetail("aheadMillis", ahead.toMillis());
  }

  private static boolean isTooMuch(Duration ahead) {
    return ahead.abs().compareTo(MAX_DIFFERENCE) > 0;
  }

  /** The least that fits an answer which may have taken long. */
  private Duration ahead() {
    Instant before = clock.instant();
    Instant there =
        database.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Instant after = clock.instant();
    if (there.isBefore(before)) {
      return Duration.between(there, before);
    }
    return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
  }
}
