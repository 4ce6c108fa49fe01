package medic.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medic.log.event.StoredEvent;
import medic.log.tree.Frontier;
import medic.log.tree.Hash;
import medic.log.tree.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class AppenderTest {

  private static final String ONE_EVENT =
      "insert into store.domain_event_entry (event_identifier, aggregate_identifier,"
          + " sequence_number, time_stamp, payload_type, payload, meta_data)"
          + " values ('late', 'late', 0, '2026-01-01T00:00:00.000Z', 'x', '{}', '{}')";

  @TempDir Path outside;
  private LogFixture log;

  @BeforeEach
  void setUp() {
    log = new LogFixture(outside);
  }

  @Test
  void everyEventGetsItsLeafOnce() throws Exception {
    Appender appender = log.appender();
    assertThat(appender.append()).isZero();
    log.events(1, 5_000);
    assertThat(appender.append()).isEqualTo(5_000);
    assertThat(appender.append()).isZero();
    assertThat(log.number("select count(distinct global_index) from log.leaf")).isEqualTo(5_000);
  }

  /** Batches of any size leave the same tree: printed seed. */
  @Test
  void theStoredTreeIsTheOneOfItsLeaves() throws Exception {
    long seed = Long.getLong("medic.log.seed", 20261124L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Appender appender = log.appender();
    int events = 0;
    for (int batch = 0; batch < 40; batch++) {
      int more = 1 + random.nextInt(random.nextInt(10) == 0 ? 30_000 : 400);
      log.events(events + 1, events + more);
      events += more;
      appender.append();
    }
    Frontier tree = new Frontier();
    try (Connection connection = log.database.getConnection()) {
      LoggedEvents.read(connection, 0, events, entry -> tree.add(entry.event().hash()));
      LogReader reader = new LogReader(connection);
      Hash root = reader.root(events);
      assertThat(root).isEqualTo(tree.root());
      for (int asked = 0; asked < Integer.getInteger("medic.log.asked", 60); asked++) {
        long index = random.nextInt(events);
        LogEntry entry = reader.range(index, index + 1).get(0);
        assertThat(reader.inclusion(index, events).holds(entry.hash(), root)).isTrue();
        long older = random.nextInt(events);
        assertThat(
                reader
                    .consistency(older, events)
                    .holds(
                        older == 0
                            ? Hash.ofNothing()
                            : new Tree(new StoredSubtrees(connection, events), older).root(),
                        root))
            .isTrue();
      }
    }
    assertThat(log.examine()).isEmpty();
  }

  @Test
  void anEventThatCommitsLateIsLoggedAfterThoseThatWereFaster() throws Exception {
    Appender appender = log.appender();
    log.events(1, 3);
    try (Connection slow = log.database.getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute(ONE_EVENT);
      log.events(10, 20);
      assertThat(appender.append()).isEqualTo(14);
      log.clock.turn(Duration.ofSeconds(9));
      assertThat(appender.append()).isZero();
      slow.commit();
    }
    assertThat(appender.append()).isEqualTo(1);
    assertThat(log.number("select leaf_index from log.leaf where global_index = 4")).isEqualTo(14);
    assertThat(log.number("select count(*) from log.leaf where late")).isZero();
    log.sign();
    assertThat(log.examine()).isEmpty();
  }

  @Test
  void theVeryFirstEventMayCommitLateToo() throws Exception {
    Appender appender = log.appender();
    try (Connection slow = log.database.getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute(ONE_EVENT);
      log.events(10, 20);
      assertThat(appender.append()).isEqualTo(11);
      slow.commit();
    }
    assertThat(log.appender().append()).as("after a restart").isEqualTo(1);
    assertThat(appender.append()).as("logged by another").isZero();
  }

  /** 500 appends that commit in any order, one at a time, while the log follows: printed seed. */
  @Test
  void noLateCommitIsMissed() throws Exception {
    long seed = Long.getLong("medic.log.seed", 20261125L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Appender appender = log.appender();
    List<Connection> open = new ArrayList<>();
    List<Connection> idle = new ArrayList<>();
    int begun = 0;
    long logged = 0;
    while (begun < 500 || !open.isEmpty()) {
      if (begun < 500 && (open.size() < 2 || random.nextBoolean()) && open.size() < 30) {
        Connection connection =
            idle.isEmpty() ? log.database.getConnection() : idle.remove(idle.size() - 1);
        connection.setAutoCommit(false);
        connection.createStatement().execute(ONE_EVENT.replace("'late'", "'n" + begun++ + "'"));
        open.add(connection);
      } else {
        Connection done = open.remove(random.nextInt(open.size()));
        if (random.nextInt(5) == 0) {
          done.rollback();
        } else {
          done.commit();
        }
        idle.add(done);
      }
      if (random.nextInt(3) == 0) {
        log.clock.turn(Duration.ofMillis(random.nextInt(200)));
        logged += appender.append();
      }
    }
    for (Connection connection : idle) {
      connection.close();
    }
    logged += appender.append();
    assertThat(logged).isEqualTo(log.number("select count(*) from store.domain_event_entry"));
    assertThat(log.number("select count(*) from log.leaf")).isEqualTo(logged);
    log.sign();
    assertThat(log.examine()).isEmpty();
  }

  @Test
  void anEventPutIntoThePastIsLoggedAndMarked() throws Exception {
    Appender appender = log.appender();
    log.events(1, 3);
    log.execute("select nextval('store.domain_event_entry_global_index_seq')");
    log.events(10, 20);
    appender.append();
    appender.append();
    log.clock.turn(Duration.ofMinutes(2));
    appender.append();
    log.execute(
        ONE_EVENT
            .replace("(event_", "(global_index, event_")
            .replace("values (", "overriding system value values (4, "));

    assertThat(appender.append()).isZero();
    assertThat(appender.appendLate()).extracting(StoredEvent::eventId).containsExactly("late");
    assertThat(appender.appendLate()).isEmpty();
    log.sign();
    assertThat(log.examine())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.EVENT_INSERTED);
              assertThat(finding.eventId()).isEqualTo("late");
              assertThat(finding.position()).isEqualTo(4);
            });
  }

  /** The floor is found again in the log itself. */
  @Test
  void anEventPutIntoThePastIsNoticedAfterARestart() throws Exception {
    log.events(1, 3);
    log.execute("select nextval('store.domain_event_entry_global_index_seq')");
    log.events(10, 20);
    log.appender().append();
    log.execute("update log.leaf set logged_at = logged_at - interval '1 hour'");
    log.events(30, 40);
    log.appender().append();
    log.execute(
        ONE_EVENT
            .replace("(event_", "(global_index, event_")
            .replace("values (", "overriding system value values (4, "));

    Appender restarted = log.appender();
    assertThat(restarted.append()).isZero();
    assertThat(restarted.appendLate()).hasSize(1);
  }

  @Test
  void severalAppendersMakeOneLog() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> appenders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Appender appender = log.appender();
        appenders.add(
            () -> {
              long logged = 0;
              for (int round = 0; round < 20; round++) {
                logged += appender.append();
              }
              return logged;
            });
      }
      log.events(1, 8_000);
      long all = 0;
      for (Future<Long> logged : threads.invokeAll(appenders)) {
        all += logged.get();
      }
      assertThat(all).isEqualTo(8_000);
    } finally {
      threads.shutdownNow();
    }
    log.sign();
    assertThat(log.examine()).isEmpty();
  }

  @Test
  void aPlaceInTheLogIsTakenOnce() throws Exception {
    log.logged(3);
    try (Connection connection = log.database.getConnection()) {
      LogEntry entry = new LogReader(connection).range(0, 1).get(0);
      LogTables tables = new LogTables(connection);
      assertThatThrownBy(
              () ->
                  tables.addLeaves(0, List.of(entry.event().at(99)), List.of(entry.hash()), false))
          .isInstanceOfSatisfying(
              SQLException.class, taken -> assertThat(taken.getSQLState()).isEqualTo("23505"));
      assertThatThrownBy(
              () -> tables.addLeaves(9, List.of(entry.event()), List.of(entry.hash()), false))
          .isInstanceOfSatisfying(
              SQLException.class, twice -> assertThat(twice.getSQLState()).isEqualTo("23505"));
    }
  }
}
