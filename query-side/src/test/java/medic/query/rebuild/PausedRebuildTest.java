package medic.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rebuild that is paused stands still, and holds up no other. */
@Tag("server")
class PausedRebuildTest extends RebuildScenario {

  private void pauseWhileItCatchesUp() throws Exception {
    whileTheBookingsCatchUp(
        () -> {
          rebuilds.want("bookings", Wanted.PAUSE);
          await(() -> isLetGo("bookings.next"));
        });
  }

  @Test
  void standsStillWhilePaused() throws Exception {
    pauseWhileItCatchesUp();
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
    pauseWhileItCatchesUp();
    rebuilds.want("bookings", Wanted.CANCEL);
    await(() -> state("bookings") == RebuildState.CANCELLED);
    assertThat(rows("read.booking_v1")).isEqualTo(before);
  }

  private boolean isWorkedAt(String name) {
    return side.jdbc()
        .queryForObject(
            "select heartbeat is not null from work.rebuild where name = ?", Boolean.class, name);
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
}
