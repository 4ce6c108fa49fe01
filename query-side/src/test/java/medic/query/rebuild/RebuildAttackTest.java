package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import medic.query.Practice;
import medic.query.QuerySide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rebuilds that are cancelled, cut off, taken over, and fed with what cannot be handled. */
@Tag("server")
class RebuildAttackTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final QuerySide side = QuerySide.start();
  private final RebuildTable rebuilds = side.bean(RebuildTable.class);
  private final Practice practice = new Practice();

  @BeforeEach
  void history() throws Exception {
    side.happened(practice.opened());
    for (int i = 0; i < 60; i++) {
      book("2030-03-%02dT08:00:00Z".formatted(1 + i % 28));
    }
    side.settled();
  }

  private void book(String at) {
    side.happened(practice.booked(Practice.newAppointment(), at));
  }

  @AfterEach
  void nothingIsLeft() {
    await(() -> leftOver().isEmpty());
  }

  /** Each phase is held up by a lock that it needs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "READING | lock table read.booking_v1 in access exclusive mode",
        "CATCHING_UP | select from work.token_entry where processor_name = 'bookings' for update"
      })
  void endsWhenCancelledAndLeavesWhatIsRead(RebuildState phase, String lock) throws Exception {
    List<String> before = rows("read.booking_v1");
    try (Connection holder = side.newConnection()) {
      hold(holder, lock);
      rebuilds.ask("bookings", "asked");
      await(() -> state("bookings") == phase);
      assertThat(rebuilds.want("bookings", Wanted.CANCEL)).isTrue();
      await(() -> state("bookings") == RebuildState.CANCELLED || phase == RebuildState.READING);
      holder.rollback();
    }
    await(() -> state("bookings") == RebuildState.CANCELLED);
    assertThat(rows("read.booking_v1")).isEqualTo(before);
    assertThat(rebuilds.want("bookings", Wanted.RUN)).isFalse();
    done("bookings");
  }

  @Test
  void standsStillWhilePaused() throws Exception {
    try (Connection holder = side.newConnection()) {
      hold(holder, "select from work.token_entry where processor_name = 'bookings' for update");
      rebuilds.ask("bookings", "asked");
      await(() -> state("bookings") == RebuildState.CATCHING_UP);
      await(() -> !isLetGo("bookings.next"));
      rebuilds.want("bookings", Wanted.PAUSE);
      await(() -> isLetGo("bookings.next"));
      holder.rollback();
    }
    String stands = position("bookings.next");
    book("2030-05-06T08:00:00Z");
    side.settled();
    assertThat(position("bookings.next")).isEqualTo(stands);
    assertThat(state("bookings")).isEqualTo(RebuildState.CATCHING_UP);
    assertThat(RebuildView.of(rebuilds.of("bookings").orElseThrow()).paused()).isTrue();
    done("names"); // the others go on
    watchersOfOneAreBounded();
    rebuilds.want("bookings", Wanted.RUN);
    awaitDone("bookings");
  }

  @Test
  void beginsAgainWhenItWasPausedWhileReading() throws Exception {
    List<String> before = rows("read.booking_v1");
    try (Connection holder = side.newConnection()) {
      hold(holder, "lock table read.booking_v1 in access exclusive mode");
      rebuilds.ask("bookings", "asked");
      await(() -> state("bookings") == RebuildState.READING);
      rebuilds.want("bookings", Wanted.PAUSE);
      holder.rollback();
    }
    await(() -> !isWorkedAt("bookings"));
    done("names");
    assertThat(state("bookings").isOver()).isFalse();
    rebuilds.want("bookings", Wanted.RUN);
    awaitDone("bookings");
    assertThat(rows("read.booking_v1")).isEqualTo(before);
  }

  @Test
  void isCancelledWhileItIsPaused() throws Exception {
    List<String> before = rows("read.booking_v1");
    try (Connection holder = side.newConnection()) {
      hold(holder, "select from work.token_entry where processor_name = 'bookings' for update");
      rebuilds.ask("bookings", "asked");
      await(() -> !isLetGo("bookings.next"));
      rebuilds.want("bookings", Wanted.PAUSE);
      await(() -> isLetGo("bookings.next"));
      holder.rollback();
    }
    rebuilds.want("bookings", Wanted.CANCEL);
    await(() -> state("bookings") == RebuildState.CANCELLED);
    assertThat(rows("read.booking_v1")).isEqualTo(before);
  }

  private boolean isWorkedAt(String name) {
    return side.jdbc()
        .queryForObject(
            "select heartbeat is not null from work.rebuild where name = ?", Boolean.class, name);
  }

  /** Whether no process follows the log under this name. */
  private boolean isLetGo(String group) {
    return side
        .jdbc()
        .queryForList(
            "select owner from work.token_entry where processor_name = ?", String.class, group)
        .stream()
        .allMatch(Objects::isNull);
  }

  private String position(String group) {
    return side.jdbc()
        .queryForObject(
            "select convert_from(token, 'UTF8') from work.token_entry where processor_name = ?",
            String.class,
            group);
  }

  private void watchersOfOneAreBounded() {
    RebuildStreams streams = side.bean(RebuildStreams.class);
    Caller one = new Caller(Role.ADMIN, "one", null);
    for (int i = 0; i < 5; i++) {
      streams.open("bookings", one);
    }
    assertThatThrownBy(() -> streams.open("bookings", one))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> assertThat(refused.code()).isEqualTo("TOO_MANY_STREAMS"));
    streams.open("bookings", new Caller(Role.ADMIN, "two", null));
  }

  @Test
  void isTriedAgainAfterItsConnectionsWereCut() throws Exception {
    List<String> before = rows("read.booking_v1");
    try (Connection holder = side.newConnection()) {
      hold(holder, "lock table read.booking_v1 in access exclusive mode");
      rebuilds.ask("bookings", "asked");
      await(() -> !cut("create  table%").isEmpty());
    }
    awaitDone("bookings");
    assertThat(rows("read.booking_v1")).isEqualTo(before);
  }

  /** Ends the sessions that run such a statement. */
  private List<Boolean> cut(String statement) {
    return side.jdbc()
        .queryForList(
            "select pg_terminate_backend(pid) from pg_stat_activity where query like ?"
                + " and pid <> pg_backend_pid() and state = 'active'",
            Boolean.class,
            statement);
  }

  @Test
  void writesNothingForARunThatAnotherTookOver() throws Exception {
    try (Connection holder = side.newConnection()) {
      hold(holder, "select from work.token_entry where processor_name = 'bookings' for update");
      rebuilds.ask("bookings", "asked");
      await(() -> state("bookings") == RebuildState.CATCHING_UP);
      await(() -> !isLetGo("bookings.next"));
      UUID taken = UUID.randomUUID();
      side.jdbc()
          .update(
              "update work.rebuild set run = ?, heartbeat = now() where name = 'bookings'", taken);
      holder.rollback();
      await(() -> isLetGo("bookings.next"));
      Rebuild left = rebuilds.of("bookings").orElseThrow();
      assertThat(left.run()).isEqualTo(taken);
      assertThat(left.state()).isEqualTo(RebuildState.CATCHING_UP);
    }
    awaitDone("bookings");
  }

  @Test
  void isDoneAgainForALaterVersion() throws Exception {
    side.jdbc().update("update work.read_model set version = 0 where name = 'names'");
    side.bean(ModelVersions.class).compare(side.beans(medic.query.rows.Rebuildable.class));
    assertThat(rebuilds.of("names").orElseThrow().cause()).isEqualTo("version");
    awaitDone("names");
    assertThat(side.bean(ModelVersions.class).of("names")).contains(1);
  }

  @Test
  void leavesAloneWhatALaterVersionMade() {
    side.jdbc().update("update work.read_model set version = 7 where name = 'analytics'");
    Instant asked = rebuilds.of("analytics").map(Rebuild::requestedAt).orElse(Instant.EPOCH);
    side.bean(ModelVersions.class).compare(side.beans(medic.query.rows.Rebuildable.class));
    assertThat(rebuilds.of("analytics").map(Rebuild::requestedAt).orElse(Instant.EPOCH))
        .isEqualTo(asked);
    side.jdbc().update("update work.read_model set version = 1 where name = 'analytics'");
  }

  /** Readers see all that was there when they asked last, and more; and never wait for long. */
  @Test
  void readersNoticeNothingWhileBookingsComeIn() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<String> surprises = new ArrayList<>();
    List<Long> waits = new ArrayList<>();
    Thread booker =
        new Thread(
            () -> {
              for (int i = 0; !over.get(); i++) {
                book("2030-05-%02dT08:00:00Z".formatted(1 + i % 28));
                pause(2);
              }
            });
    Thread reader = new Thread(() -> hammer(over, surprises, waits));
    booker.start();
    reader.start();
    try {
      for (int i = 0; i < 5; i++) {
        done("bookings");
      }
    } finally {
      over.set(true);
      booker.join();
      reader.join();
    }
    assertThat(surprises).isEmpty();
    await(() -> rebuilds.of("bookings").orElseThrow().lockedMillis() != null);
    System.out.printf(
        "%d reads, the longest took %d ms; readers were locked out for %.1f ms%n",
        waits.size(),
        waits.stream().mapToLong(Long::longValue).max().orElse(0),
        rebuilds.of("bookings").orElseThrow().lockedMillis());
    assertThat(rebuilds.of("bookings").orElseThrow().lockedMillis()).isLessThan(1_000);
    side.settled();
    List<String> after = rows("read.booking_v1");
    side.replay("bookings");
    assertThat(rows("read.booking_v1")).isEqualTo(after);
  }

  private void hammer(AtomicBoolean over, List<String> surprises, List<Long> waits) {
    long seen = 0;
    while (!over.get()) {
      long began = System.nanoTime();
      Long now =
          side.jdbc()
              .queryForObject(
                  "select case when count(*) = count(distinct appointment_id) then count(*) end"
                      + " from read.booking_v1 where doctor_id = ?",
                  Long.class,
                  practice.doctor.value());
      waits.add((System.nanoTime() - began) / 1_000_000);
      if (now == null || now < seen) {
        surprises.add(seen + " bookings before, then " + now);
      }
      seen = now == null ? seen : now;
    }
  }

  private void done(String group) throws Exception {
    assertThat(rebuilds.ask(group, "asked")).isTrue();
    awaitDone(group);
  }

  private void awaitDone(String group) throws Exception {
    await(() -> state(group).isOver());
    assertThat(rebuilds.of(group))
        .hasValueSatisfying(rebuild -> assertThat(rebuild.state()).isEqualTo(RebuildState.DONE));
  }

  private RebuildState state(String group) {
    return rebuilds.of(group).orElseThrow().state();
  }

  private static void hold(Connection holder, String lock) throws SQLException {
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(lock);
    }
  }

  private List<String> rows(String table) {
    return side.jdbc()
        .queryForList("select t::text from " + table + " t order by t::text", String.class);
  }

  private List<String> leftOver() {
    return side.jdbc()
        .queryForList(
            "select relname from pg_class where relkind = 'r' and relnamespace in"
                + " ('read_next'::regnamespace, 'read_old'::regnamespace)",
            String.class);
  }

  private void await(BooleanSupplier what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s %s", rebuilds.all(), leftOver()).isLessThan(deadline);
      pause(10);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
