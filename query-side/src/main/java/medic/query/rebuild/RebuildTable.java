package medic.query.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rebuilds in work.rebuild, one a read model: the last one that was asked for. Who works at one
 * holds a lease, told by the database's clock, and a run: a write for a run that is not the stored
 * one fails, so that of two nodes that believe to hold it only one writes.
 */
@Component
class RebuildTable {

  private static final String OVER = "('DONE', 'FAILED', 'CANCELLED')";

  /** How long the work of a node that was killed lies idle. */
  private static final String LEASE = "interval '10 seconds'";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  RebuildTable(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Answers whether it was asked for: one that is not over goes on as it is. */
  boolean ask(String name, String cause) {
    return jdbc.sql(
                """
                insert into work.rebuild as r (name, run, state, wanted, cause, requested_at)
                values (?, gen_random_uuid(), 'WAITING', 'RUN', ?, now())
                on conflict (name) do update set run = excluded.run, state = 'WAITING',
                  wanted = 'RUN', cause = excluded.cause, requested_at = now(), started_at = null,
                  ended_at = null, heartbeat = null, events = 0, position = -1, head = -1,
                  events_per_second = 0, parked = 0, locked_millis = null, failure = null,
                  version = null
                where r.state in
                """
                    + OVER)
            .params(name, cause)
            .update()
        == 1;
  }

  /** Answers whether there is one that is not over. */
  boolean want(String name, Wanted wanted) {
    return jdbc.sql(
                "update work.rebuild set wanted = ? where name = ? and state not in "
                    + OVER
                    + " and wanted <> 'CANCEL'")
            .params(wanted.name(), name)
            .update()
        == 1;
  }

  /** One that nobody works at is the caller's from now on, under a new run. */
  Optional<Rebuild> claim(Collection<String> names) {
    return transactions.execute(
        status ->
            waiting(names)
                .map(
                    name ->
                        jdbc.sql(
                                "update work.rebuild set run = gen_random_uuid(), heartbeat = now(),"
                                    + " started_at = coalesce(started_at, now())"
                                    + " where name = ? returning *")
                            .param(name)
                            .query(RebuildTable::read)
                            .single()));
  }

  /** Waits for nobody: who writes for a run holds its row, and is alive. */
  private Optional<String> waiting(Collection<String> names) {
    return jdbc.sql(
            "select name from work.rebuild where name in (:names) and state not in "
                + OVER
                + " and wanted <> 'PAUSE' and (heartbeat is null or heartbeat < now() - "
                + LEASE
                + ") order by requested_at limit 1 for update skip locked")
        .param("names", names)
        .query(String.class)
        .optional();
  }

  /** Renews the lease; answers what is wanted, and nothing when the run is another's now. */
  Optional<Wanted> beat(Rebuild of, Progress progress) {
    return jdbc.sql(
            "update work.rebuild set heartbeat = now(), events = ?, position = ?, head = ?,"
                + " events_per_second = ? where name = ? and run = ? returning wanted")
        .params(
            progress.events(),
            progress.position(),
            progress.head(),
            progress.eventsPerSecond(),
            of.name(),
            of.run())
        .query((row, n) -> Wanted.valueOf(row.getString(1)))
        .optional();
  }

  /**
   * @throws Stopped when the run is another's now
   */
  void enter(Rebuild run, RebuildState state) {
    must(
        jdbc.sql("update work.rebuild set state = ? where name = ? and run = ?")
            .params(state.name(), run.name(), run.run())
            .update());
  }

  /** From the first event on, whatever was made of them before. */
  void begin(Rebuild run, int version) {
    must(
        jdbc.sql("update work.rebuild set state = ?, version = ? where name = ? and run = ?")
            .params(RebuildState.READING.name(), version, run.name(), run.run())
            .update());
  }

  void end(Rebuild run, RebuildState state, @Nullable String failure) {
    must(
        jdbc.sql(
                "update work.rebuild set state = ?, failure = ?, ended_at = now(), heartbeat = null"
                    + " where name = ? and run = ?")
            .params(Arrays.asList(state.name(), failure, run.name(), run.run()))
            .update());
  }

  void parked(Rebuild run, long events) {
    must(
        jdbc.sql("update work.rebuild set parked = ? where name = ? and run = ?")
            .params(events, run.name(), run.run())
            .update());
  }

  /**
   * In the transaction of the caller: the run is the stored one until its end.
   *
   * @throws Stopped when it is another's now
   */
  void mustBe(Rebuild run) {
    must(
        jdbc.sql("select 1 from work.rebuild where name = ? and run = ? for key share")
            .params(run.name(), run.run())
            .query(Integer.class)
            .list()
            .size());
  }

  /** Somebody else may go on at once; a beat that is on its way still holds nothing. */
  void release(Rebuild run) {
    jdbc.sql(
            "update work.rebuild set heartbeat = null, run = gen_random_uuid()"
                + " where name = ? and run = ?")
        .params(run.name(), run.run())
        .update();
  }

  private static void must(int updated) {
    if (updated == 0) {
      throw new Stopped(Stopped.Why.LOST);
    }
  }

  List<Rebuild> all() {
    return jdbc.sql("select * from work.rebuild").query(RebuildTable::read).list();
  }

  Optional<Rebuild> of(String name) {
    return jdbc.sql("select * from work.rebuild where name = ?")
        .param(name)
        .query(RebuildTable::read)
        .optional();
  }

  private static Rebuild read(ResultSet row, int number) throws SQLException {
    return new Rebuild(
        row.getString("name"),
        row.getObject("run", UUID.class),
        RebuildState.valueOf(row.getString("state")),
        Wanted.valueOf(row.getString("wanted")),
        row.getString("cause"),
        row.getTimestamp("requested_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("ended_at")),
        row.getLong("events"),
        row.getLong("position"),
        row.getLong("head"),
        row.getDouble("events_per_second"),
        row.getLong("parked"),
        row.getObject("locked_millis", Double.class),
        row.getString("failure"),
        row.getObject("version", Integer.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
