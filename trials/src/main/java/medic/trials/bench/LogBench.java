package medic.trials.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import medic.log.note.SigningKey;
import medic.log.store.Appender;
import medic.log.store.CheckpointFiles;
import medic.log.store.CheckpointSigner;
import medic.log.store.IntegrityCheck;
import medic.log.store.LogEntry;
import medic.log.store.LogReader;
import org.postgresql.ds.PGSimpleDataSource;

/** The log over very many events, without a server: appending, signing, proving, examining. */
final class LogBench {

  private static final int PROOFS = 3_000;
  private static final long SEED = 20261124;

  private final PGSimpleDataSource database;
  private final Clock clock;
  private final Random random = new Random(SEED);

  /**
   * @param database as the log's role
   */
  LogBench(PGSimpleDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param bookedPerSecond events that bookings stored a second, measured before
   * @param outside where checkpoints may be put
   */
  void run(ResultTable table, double bookedPerSecond, SigningKey key, Path outside)
      throws SQLException, IOException {
    long started = System.nanoTime();
    long appended = new Appender(database, clock).append();
    double appendRate = appended / secondsSince(started);
    table.row(
        "log: appending",
        appendRate,
        "events/s",
        bookedPerSecond,
        "events/s by bookings",
        appendRate / bookedPerSecond);
    CheckpointFiles files = new CheckpointFiles(outside);
    started = System.nanoTime();
    long size = new CheckpointSigner(database, key, files).sign().checkpoint().orElseThrow().size();
    double signRate = appended / secondsSince(started);
    table.row(
        "log: made again and signed",
        signRate,
        "events/s",
        bookedPerSecond,
        "events/s by bookings",
        signRate / bookedPerSecond);
    proofs(table, size);
    started = System.nanoTime();
    int findings = new IntegrityCheck(database, key.verifier(), files).examine().findings().size();
    double examineRate = size / secondsSince(started);
    table.row(
        "log: examined whole (" + findings + " findings)",
        examineRate,
        "events/s",
        bookedPerSecond,
        "events/s by bookings",
        examineRate / bookedPerSecond);
  }

  private void proofs(ResultTable table, long size) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Rate trip = measure(() -> roundTrip(connection));
      List<String> ids = someEvents(connection, size);
      Rate inclusion = measure(() -> prove(connection, ids, size));
      Rate consistency =
          measure(() -> new LogReader(connection).consistency(random.nextLong(1, size), size));
      row(table, "log: proof by event id, " + size + " leaves", inclusion, trip);
      row(table, "log: consistency proof", consistency, trip);
    }
  }

  private static void row(ResultTable table, String what, Rate rate, Rate trip) {
    table.row(
        what + " (p99 " + Math.round(rate.p99Millis() * 10) / 10.0 + ")",
        rate.medianMillis(),
        "ms",
        trip.medianMillis(),
        "ms a round trip",
        rate.medianMillis() / trip.medianMillis());
  }

  private interface Work {
    void once() throws SQLException;
  }

  private static Rate measure(Work work) throws SQLException {
    long[] nanos = new long[PROOFS];
    for (int warmUp = 0; warmUp < PROOFS; warmUp++) {
      work.once();
    }
    long begun = System.nanoTime();
    for (int i = 0; i < PROOFS; i++) {
      long started = System.nanoTime();
      work.once();
      nanos[i] = System.nanoTime() - started;
    }
    return Rate.of(nanos, secondsSince(begun));
  }

  private static void roundTrip(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select 1");
        ResultSet row = query.executeQuery()) {
      row.next();
    }
  }

  private List<String> someEvents(Connection connection, long size) throws SQLException {
    List<String> ids = new ArrayList<>();
    LogReader reader = new LogReader(connection);
    for (int i = 0; i < 1_000; i++) {
      long index = random.nextLong(size);
      for (LogEntry entry : reader.range(index, index + 1)) {
        if (entry.event() != null) {
          ids.add(entry.event().eventId());
        }
      }
    }
    return ids;
  }

  private void prove(Connection connection, List<String> ids, long size) throws SQLException {
    LogReader reader = new LogReader(connection);
    LogEntry entry = reader.find(ids.get(random.nextInt(ids.size()))).orElseThrow();
    if (!reader.inclusion(entry.index(), size).holds(entry.hash(), reader.root(size))) {
      throw new IllegalStateException("a proof that does not hold");
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
