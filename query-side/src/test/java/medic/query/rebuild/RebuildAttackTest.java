package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rebuilds that are cancelled, cut off, taken over, and fed with what cannot be handled. */
@Tag("server")
class RebuildAttackTest extends RebuildScenario {

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
    UUID taken = UUID.randomUUID();
    whileTheBookingsCatchUp(
        () ->
            side.jdbc()
                .update(
                    "update work.rebuild set run = ?, heartbeat = now() where name = 'bookings'",
                    taken));
    await(() -> isLetGo("bookings.next"));
    Rebuild left = rebuilds.of("bookings").orElseThrow();
    assertThat(left.run()).isEqualTo(taken);
    assertThat(left.state()).isEqualTo(RebuildState.CATCHING_UP);
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

  /** What another version of the projection folded is not put in place as this one's. */
  @Test
  void beginsAnewWhatAnEarlierVersionBegan() throws Exception {
    List<String> before = rows("read.booking_v1");
    whileTheBookingsCatchUp(
        () -> {
          rebuilds.want("bookings", Wanted.PAUSE);
          await(() -> isLetGo("bookings.next"));
        });
    side.jdbc().update("update work.rebuild set version = 0 where name = 'bookings'");
    side.jdbc().update("delete from read_next.booking_v1");
    rebuilds.want("bookings", Wanted.RUN);
    awaitDone("bookings");
    assertThat(rows("read.booking_v1")).isEqualTo(before);
  }

  @Test
  void whatIsReleasedIsHeldByNoBeatThatIsOnItsWay() {
    rebuilds.ask("nothing that is read", "asked");
    Rebuild run = rebuilds.claim(List.of("nothing that is read")).orElseThrow();
    assertThat(rebuilds.beat(run, Progress.NONE)).contains(Wanted.RUN);
    rebuilds.release(run);
    assertThat(rebuilds.beat(run, Progress.NONE)).isEmpty();
    assertThat(rebuilds.claim(List.of("nothing that is read"))).isPresent();
    side.jdbc().update("delete from work.rebuild where name = 'nothing that is read'");
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
}
