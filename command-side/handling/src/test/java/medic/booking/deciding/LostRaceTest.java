package medic.booking.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command failed of is told from a lost race, whatever a driver or a pool says of it. */
class LostRaceTest {

  private static final List<Function<Throwable, Throwable>> WRAPPINGS =
      List.of(
          bare -> bare,
          CompletionException::new,
          bare -> new EventStoreException("append", bare),
          bare -> new JdbcException("read", bare),
          bare -> new CommandExecutionException("the command failed", bare),
          bare -> new IllegalStateException(new RuntimeException(bare)));

  private static Stream<Throwable> wrapped(Stream<Throwable> roots) {
    return roots.flatMap(root -> WRAPPINGS.stream().map(wrapping -> wrapping.apply(root)));
  }

  static Stream<Throwable> outages() {
    return wrapped(
        Stream.of(
            new SQLException("Connection is closed"),
            new SQLException(),
            new SQLException("terminated", "57P01"),
            new SQLException("an empty state", ""),
            new SQLTransientConnectionException("request timed out after 5000ms"),
            new SQLRecoverableException("gone"),
            new SQLNonTransientConnectionException("refused"),
            new BatchUpdateException(new SQLException("closed")),
            new EOFException(),
            new EventStoreException("without a word", null),
            new IllegalStateException()));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void anOutageIsNone(Throwable failure) {
    assertThat(LostRace.is(failure)).isFalse();
  }

  static Stream<Throwable> races() {
    return wrapped(
        Stream.of(
            new SQLException("unique", "23505"),
            new SQLException("deadlock", "40P01"),
            new SQLException("serialization", "40001"),
            new ConcurrencyException("another came first")));
  }

  @ParameterizedTest
  @MethodSource("races")
  void oneIsKnownInEveryWrapping(Throwable failure) {
    assertThat(LostRace.is(failure)).isTrue();
  }

  @Test
  void nothingIsNone() {
    assertThat(LostRace.is(null)).isFalse();
  }
}
