package medic.app.lag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import medic.app.server.BoundedHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much a part has yet to do, and for how long the oldest of it has waited. DEGRADED beyond a
 * bound: such a node still serves, for taking it out would mend nothing.
 */
final class LagHealth extends BoundedHealth {

  static final String DEGRADED = "DEGRADED";

  private final JdbcClient database;
  private final Clock clock;
  private final Duration bound;
  private final String waiting;

  /**
   * @param waiting SQL for how many wait at {@code :now}, and since when the first does, in ISO
   *     8601
   */
  LagHealth(JdbcClient database, Clock clock, Duration bound, String waiting) {
    super("How far behind it is cannot be asked");
    this.database = database;
    this.clock = clock;
    this.bound = bound;
    this.waiting = waiting;
  }

  private record Lag(long events, @Nullable OffsetDateTime since) {}

  /** An event may tell a time that is in no calendar. */
  private static @Nullable OffsetDateTime time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text);
    } catch (DateTimeParseException never) {
      return null;
    }
  }

  @Override
  protected void check(Health.Builder health) {
    Instant now = clock.instant();
    Lag lag =
        database
            .sql(waiting)
            .param("now", OffsetDateTime.ofInstant(now, java.time.ZoneOffset.UTC))
            .query((row, number) -> new Lag(row.getLong(1), time(row.getString(2))))
            .single();
    Duration age =
        lag.since() == null ? Duration.ZERO : Duration.between(lag.since().toInstant(), now);
    (age.compareTo(bound) > 0 ? health.status(DEGRADED) : health.up())
        .withDetail("lagEvents", lag.events())
        .withDetail("lagSeconds", Math.max(0, age.toSeconds()));
  }
}
