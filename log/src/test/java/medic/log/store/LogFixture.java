package medic.log.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import medic.log.note.SigningKey;

/** A fresh database with an event store and a log, and a clock that is turned by hand. */
final class LogFixture {

  private static final EmbeddedPostgres POSTGRES = postgres();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path APP_MIGRATIONS = Path.of("../app/src/main/resources/db/migration");
  private static final Path OWN_MIGRATIONS = Path.of("src/main/resources/db/migration");

  final DataSource database;
  final SigningKey key = SigningKey.generate(new Random(7));
  final CheckpointFiles files;
  final Path outside;
  final TurnedClock clock = new TurnedClock();

  LogFixture(Path outside) {
    this.outside = outside;
    this.files = new CheckpointFiles(outside);
    String name = "log" + NUMBER.incrementAndGet();
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("create database " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    this.database = POSTGRES.getDatabase("postgres", name);
    run(APP_MIGRATIONS.resolve("V0001__schemas.sql"));
    run(APP_MIGRATIONS.resolve("V3000__event_store.sql"));
    run(OWN_MIGRATIONS.resolve("V5000__log.sql"));
  }

  private static EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void run(Path migration) {
    try {
      execute(Files.readString(migration));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Events n to m of streams of three. */
  void events(int from, int to) {
    execute(
        """
        insert into store.domain_event_entry (event_identifier, aggregate_identifier,
          sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
        select 'event-' || n, 'stream-' || n / 3, n %% 3, 'Sample', '2026-01-01T00:00:00.000Z',
          'medic.events.Sample', '1', convert_to('{"n":' || n || '}', 'UTF8'), '{}'
        from generate_series(%d, %d) n
        """
            .formatted(from, to));
  }

  Appender appender() {
    return new Appender(database, clock);
  }

  CheckpointSigner.Outcome sign() throws SQLException, IOException {
    return new CheckpointSigner(database, key, files).sign();
  }

  List<Finding> examine() throws SQLException, IOException {
    return new IntegrityCheck(database, key.verifier(), files).examine().findings();
  }

  /** All logged and signed. */
  void logged(int events) throws SQLException, IOException {
    events(1, events);
    appender().append();
    sign();
  }

  long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Stands until it is turned. */
  static final class TurnedClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void turn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
