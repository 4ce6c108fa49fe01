package medic.app.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import medic.app.StartRefused;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose clock was moved, on a database whose clock is right. */
@Tag("server")
class ClockCheckTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ClockCheck movedBy(Duration offset) {
    return new ClockCheck(
        JdbcClient.create(server.dataSource()), Clock.offset(Clock.systemUTC(), offset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "-PT30S", "P2D"})
  void aClockThatIsOffKeepsANodeFromStarting(Duration offset) {
    ClockCheck check = movedBy(offset);
    assertThatThrownBy(check::afterSingletonsInstantiated)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(offset.isNegative() ? "behind" : "ahead of");
    assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void oneThatIsNearlyRightDoesNot() {
    ClockCheck check = movedBy(Duration.ofSeconds(2));
    check.afterSingletonsInstantiated();
    assertThat(check.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aRunningServerIsAskedForItsHealth() {
    assertThat(server.bean(ClockCheck.class).health().getStatus()).isEqualTo(Status.UP);
  }
}
