package medic.query.rebuild;

import java.time.Duration;
import java.util.List;
import medic.deadletters.DeadLetterGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the next generation in the place of the one that is read: tables, position and parked events
 * in one transaction. The processor of the read model, on whichever node, waits at its position
 * meanwhile, and then finds another than it left: its fence has it begin again from there. Readers
 * are locked out for moments only, or else nothing has happened and it is tried again.
 */
final class Switch {

  private static final Logger LOG = LoggerFactory.getLogger(Switch.class);

  private static final Duration COVERED_WITHIN = Duration.ofSeconds(2);
  private static final Duration GAPS_WITHIN = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  /** How long readers that hold the tables are waited for, with all others queueing behind. */
  private static final int LOCK_MILLIS = 25;

  private static final double MOST_MILLIS = 45;
  private static final double NANOS_A_MILLI = 1e6;

  private final Rebuild run;
  private final Control control;
  private final int version;
  private final NextTables tables;
  private final Positions positions;
  private final DeadLetterGroups deadLetters;
  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  private long lockedAt;

  Switch(
      Rebuild run,
      Control control,
      int version,
      NextTables tables,
      Positions positions,
      DeadLetterGroups deadLetters,
      JdbcTemplate jdbc,
      TransactionOperations transactions) {
    this.run = run;
    this.control = control;
    this.version = version;
    this.tables = tables;
    this.positions = positions;
    this.deadLetters = deadLetters;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Not at this moment. */
  private static final class NotNow extends RuntimeException {
    NotNow(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Answers whether it is done. Else nothing has changed, and the next group may have been stopped.
   *
   * @throws Stopped when the run is another's, or was cancelled
   */
  boolean attempt(NextGroup next) {
    try {
      transactions.executeWithoutResult(status -> exchange(next));
      double millis = millisLocked();
      jdbc.update("update work.rebuild set locked_millis = ? where name = ?", millis, run.name());
      return true;
    } catch (NotNow | TransientDataAccessException notNow) {
      LOG.debug("{} cannot be switched now: {}", run.name(), notNow.toString());
      return false;
    }
  }

  private void exchange(NextGroup next) {
    String group = run.name();
    String nextName = NextGroup.nameOf(group);
    jdbc.execute("set local synchronous_commit = off");
    jdbc.execute("set local lock_timeout = '2s'");
    hold(group);
    awaitCovered(nextName, group);
    next.stop();
    hold(nextName);
    mustBeWanted();
    jdbc.execute("set local statement_timeout = '%1$dms'".formatted(LOCK_MILLIS));
    lockedAt = System.nanoTime();
    jdbc.execute(tables.lock());
    jdbc.execute("set local statement_timeout = '5s'; " + tables.replacement());
    movePosition(nextName, group);
    deadLetters.handOver(nextName, group);
    jdbc.update(
        "insert into work.read_model (name, version, made_at) values (?, ?, now())"
            + " on conflict (name) do update set version = excluded.version, made_at = now()",
        group,
        version);
    jdbc.update("delete from work.read_model_check where name = ?", group);
    Progress end = control.progress();
    jdbc.update(
        "update work.rebuild set state = 'DONE', ended_at = now(), heartbeat = null, events = ?,"
            + " position = ?, head = ?, events_per_second = ? where name = ? and run = ?",
        end.events(),
        end.position(),
        end.head(),
        end.eventsPerSecond(),
        group,
        run.run());
    if (millisLocked() > MOST_MILLIS) {
      throw new NotNow("readers would wait too long");
    }
  }

  /** From now on nobody stores a position for it. */
  private void hold(String group) {
    jdbc.queryForList(
        "select segment from work.token_entry where processor_name = ? for update", group);
  }

  /**
   * A gap that only the next group knows of may be nobody's, and forgotten by the other: it is
   * waited for a moment. If there is an event after all, it is handled after the switch.
   */
  private void awaitCovered(String next, String group) {
    long began = System.nanoTime();
    while (!positions.covers(next, group)) {
      long waited = System.nanoTime() - began;
      boolean reached = positions.position(next) >= positions.position(group);
      if (reached && waited > GAPS_WITHIN.toNanos()) {
        return;
      }
      if (waited > COVERED_WITHIN.toNanos()) {
        throw new NotNow("it has not caught up");
      }
      Control.pause(LOOK_AGAIN);
    }
  }

  private void mustBeWanted() {
    List<String> wanted =
        jdbc.queryForList(
            "select wanted from work.rebuild where name = ? and run = ? for update",
            String.class,
            run.name(),
            run.run());
    if (wanted.isEmpty()) {
      throw new Stopped(Stopped.Why.LOST);
    }
    if (Wanted.valueOf(wanted.get(0)) != Wanted.RUN) {
      throw new NotNow("it is not wanted any more");
    }
  }

  private void movePosition(String from, String to) {
    jdbc.update(
        "update work.token_entry t set token = n.token, token_type = n.token_type"
            + " from work.token_entry n where t.processor_name = ? and n.processor_name = ?"
            + " and t.segment = n.segment",
        to,
        from);
    jdbc.update(
        "delete from work.token_entry n where processor_name = ? and exists (select from"
            + " work.token_entry t where t.processor_name = ? and t.segment = n.segment)",
        from,
        to);
    jdbc.update(
        "update work.token_entry set processor_name = ?, owner = null where processor_name = ?",
        to,
        from);
  }

  private double millisLocked() {
    return (System.nanoTime() - lockedAt) / NANOS_A_MILLI;
  }
}
