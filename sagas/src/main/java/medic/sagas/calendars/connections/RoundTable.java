package medic.sagas.calendars.connections;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import medic.events.id.ConnectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is: a connection is at work in one process at a time, for as long as its lease is
 * renewed. A round that outlives its lease finds its number taken and ends.
 */
@Component
public class RoundTable {

  /** How often the process that works on a connection renews its lease. */
  public static final Duration RENEWAL = Duration.ofSeconds(3);

  /** How long what a killed process was at lies idle: some missed renewals. */
  private static final Duration LEASE = RENEWAL.multipliedBy(4);

  private static final String AT_WORK = "status in ('connected', 'leaving', 'ending')";

  private final JdbcClient jdbc;

  RoundTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A connection that is due and nobody's, now ours. */
  public Optional<Connection> claim(Instant now) {
    return claimed(
        "select connection_id from work.calendar_connection where due_at <= :now"
            + " and "
            + AT_WORK
            + " and (leased_until is null or leased_until < :now)"
            + " order by due_at limit 1 for update skip locked",
        null,
        now);
  }

  /** This connection, due or not, unless it is somebody's. */
  public Optional<Connection> claim(ConnectionId id, Instant now) {
    return claimed(
        "select connection_id from work.calendar_connection where connection_id = :id"
            + " and "
            + AT_WORK
            + " and (leased_until is null or leased_until < :now)"
            + " for update skip locked",
        id,
        now);
  }

  private Optional<Connection> claimed(String which, @Nullable ConnectionId id, Instant now) {
    JdbcClient.StatementSpec claim =
        jdbc.sql(
                "update work.calendar_connection set round = round + 1, leased_until = :until"
                    + " where connection_id = ("
                    + which
                    + ") returning *")
            .param("now", Timestamp.from(now))
            .param("until", Timestamp.from(now.plus(LEASE)));
    return (id == null ? claim : claim.param("id", id.value()))
        .query(ConnectionTable::read)
        .optional();
  }

  /**
   * Renews the lease.
   *
   * @throws RoundOvertaken when another process has taken over meanwhile, or the connection ended
   */
  public void renew(Connection connection, Instant now) {
    int renewed =
        jdbc.sql(
                "update work.calendar_connection set leased_until = ?"
                    + " where connection_id = ? and round = ? and "
                    + AT_WORK)
            .params(Timestamp.from(now.plus(LEASE)), connection.id().value(), connection.round())
            .update();
    if (renewed == 0) {
      throw new RoundOvertaken();
    }
  }

  /** Ends a round that went well. What was asked for during it is due at once. */
  public void done(Connection connection, Instant next, Instant now) {
    jdbc.sql(
            "update work.calendar_connection set leased_until = null, failures = 0,"
                + " last_error = null, failing_since = null, due_at = case when asked = :asked"
                + " then cast(:next as timestamptz) else cast(:now as timestamptz) end"
                + " where connection_id = :id and round = :round and "
                + AT_WORK)
        .param("asked", connection.asked())
        .param("next", Timestamp.from(next))
        .param("now", Timestamp.from(now))
        .param("id", connection.id().value())
        .param("round", connection.round())
        .update();
  }

  /** Ends a round that failed: all waits until {@code next}. */
  public void failed(Connection connection, Instant next, String why, Instant now) {
    jdbc.sql(
            "update work.calendar_connection set leased_until = null, failures = failures + 1,"
                + " last_error = :why, due_at = :next,"
                + " failing_since = coalesce(failing_since, :now)"
                + " where connection_id = :id and round = :round and "
                + AT_WORK)
        .param("why", why)
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(next))
        .param("id", connection.id().value())
        .param("round", connection.round())
        .update();
  }

  /** Asks for a round; one under way will be followed by another. */
  public void ask(ConnectionId id, Instant now) {
    jdbc.sql(
            "update work.calendar_connection set asked = asked + 1,"
                + " due_at = case when failures > 0 then due_at"
                + " else least(due_at, cast(:now as timestamptz)) end"
                + " where connection_id = :id and "
                + AT_WORK)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /** Asks for a round even where failures made it wait. */
  public void insist(ConnectionId id, Instant now) {
    jdbc.sql(
            "update work.calendar_connection set asked = asked + 1, due_at = :now"
                + " where connection_id = :id and "
                + AT_WORK)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /** Somebody else goes on with this connection. */
  public static final class RoundOvertaken extends RuntimeException {
    RoundOvertaken() {
      super("another process has taken over", null, false, false);
    }
  }
}
