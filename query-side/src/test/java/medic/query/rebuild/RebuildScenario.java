package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A history of bookings, and rebuilds that are held up where a test wants them. */
abstract class RebuildScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final QuerySide side = QuerySide.start();
  final RebuildTable rebuilds = side.bean(RebuildTable.class);
  final Practice practice = new Practice();

  @BeforeEach
  void history() throws Exception {
    side.happened(practice.opened());
    for (int i = 0; i < 60; i++) {
      book("2030-03-%02dT08:00:00Z".formatted(1 + i % 28));
    }
    side.settled();
  }

  void book(String at) {
    side.happened(practice.booked(Practice.newAppointment(), at));
  }

  @AfterEach
  void nothingIsLeft() {
    await(() -> leftOver().isEmpty());
  }

  /** What is done meanwhile. */
  interface Meanwhile {
    void run() throws Exception;
  }

  /** A rebuild of the bookings follows the log, and does not get to its switch before this. */
  void whileTheBookingsCatchUp(Meanwhile what) throws Exception {
    try (Connection holder = side.newConnection()) {
      hold(holder, "select from work.token_entry where processor_name = 'bookings' for update");
      rebuilds.ask("bookings", "asked");
      await(() -> state("bookings") == RebuildState.CATCHING_UP);
      await(() -> !isLetGo("bookings.next"));
      what.run();
      holder.rollback();
    }
  }

  /** Whether no process follows the log under this name. */
  boolean isLetGo(String group) {
    return side
        .jdbc()
        .queryForList(
            "select owner from work.token_entry where processor_name = ?", String.class, group)
        .stream()
        .allMatch(Objects::isNull);
  }

  void done(String group) throws Exception {
    assertThat(rebuilds.ask(group, "asked")).isTrue();
    awaitDone(group);
  }

  void awaitDone(String group) throws Exception {
    await(() -> state(group).isOver());
    assertThat(rebuilds.of(group))
        .hasValueSatisfying(rebuild -> assertThat(rebuild.state()).isEqualTo(RebuildState.DONE));
  }

  RebuildState state(String group) {
    return rebuilds.of(group).orElseThrow().state();
  }

  static void hold(Connection holder, String lock) throws SQLException {
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(lock);
    }
  }

  List<String> rows(String table) {
    return side.jdbc()
        .queryForList("select t::text from " + table + " t order by t::text", String.class);
  }

  List<String> leftOver() {
    return side.jdbc()
        .queryForList(
            "select relname from pg_class where relkind = 'r' and relnamespace in"
                + " ('read_next'::regnamespace, 'read_old'::regnamespace)",
            String.class);
  }

  void await(BooleanSupplier what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s %s", rebuilds.all(), leftOver()).isLessThan(deadline);
      pause(10);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
