package medic.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.pool.HikariPool;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Every class that a lost, full or busy database raises, in every wrapping that it comes in. */
class OutagesTest {

  private static final List<Function<Throwable, Throwable>> WRAPPINGS =
      List.of(
          bare -> bare,
          CompletionException::new,
          ExecutionException::new,
          bare -> new RuntimeException("wrapped", new IllegalStateException(bare)),
          bare -> new EventStoreException("append", bare),
          bare -> new CommandExecutionException("the command failed", bare),
          bare -> new QueryExecutionException("the query failed", bare),
          bare -> new JpaSystemException(new RuntimeException(bare)),
          bare -> new AuthenticationServiceException("who is it?", bare),
          bare -> new TransactionSystemException("commit", bare),
          bare -> suppressed(new TransactionSystemException("rollback"), bare));

  static Stream<Throwable> outages() {
    return roots().flatMap(root -> WRAPPINGS.stream().map(wrapping -> wrapping.apply(root)));
  }

  private static Stream<Throwable> roots() {
    return Stream.of(
            Stream.of(
                    "08000", "08003", "08006", "08007", "08S01", "57P01", "57P02", "57P03", "57014",
                    "53000", "53100", "53200", "53300", "58030", "40001", "40P01", "40003", "55P03",
                    "25P03", "25006")
                .map(state -> (Throwable) new SQLException("FATAL: secret", state)),
            Stream.of(
                new PSQLException("I/O error", PSQLState.CONNECTION_FAILURE, new EOFException()),
                new SQLException("Connection is closed"),
                new SQLTransientConnectionException("request timed out after 5000ms"),
                new SQLRecoverableException("gone"),
                new JDBCConnectionException("acquire", new SQLException("closed", "08003")),
                new GenericJDBCException("prepare", new SQLException("Connection is closed")),
                new LockAcquisitionException("lock", new SQLException("deadlock", "40P01")),
                batch(new SQLException("terminated", "57P01")),
                new HikariPool.PoolInitializationException(new SQLException("refused", "08001")),
                new CannotGetJdbcConnectionException("no", new SQLException("timed out")),
                new UncategorizedSQLException("read", "select", new SQLException("x", "58030")),
                new QueryTimeoutException("took too long"),
                new LockAcquisitionFailedException("others wait for this calendar too"),
                new DeadlockException("each for the other"),
                new CannotAcquireLockException("busy"),
                new CannotCreateTransactionException("begin"),
                new TransactionSystemException("Could not commit JPA transaction"),
                new UnexpectedRollbackException("rolled back"),
                new IllegalStateException("LogicalConnectionManagedImpl@7 is closed"),
                new EOFException(),
                new SocketException("Connection reset"),
                new SocketTimeoutException("Read timed out"),
                new ConnectException("Connection refused"),
                new UnknownHostException("database"),
                new ClosedChannelException(),
                new UncheckedIOException(new IOException("Broken pipe")),
                new java.nio.file.FileSystemException("f", null, "No space left on device"),
                new IOException("No space left on device")))
        .flatMap(roots -> roots);
  }

  @ParameterizedTest
  @MethodSource("outages")
  void anotherTryIsWorthIt(Throwable failure) {
    assertThat(Outages.isBehind(failure)).isTrue();
    var answer = Failures.answer(failure);
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isNotNull();
    assertThat(answer.getBody()).asString().doesNotContain("secret");
  }

  /** Which no second try would mend, whatever is wrapped around them. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "23503", "42601", "42P01", "22021", "42501", "XX000"})
  void aFaultOfOurOwnIsNone(String state) {
    SQLException fault = new SQLException("wrong", state);
    for (Throwable failure :
        List.of(
            fault,
            new DuplicateKeyException("twice", fault),
            new DataIntegrityViolationException("twice", fault),
            new TransactionSystemException("commit", fault),
            new EventStoreException("append", fault))) {
      assertThat(Outages.isBehind(failure)).as(failure.toString()).isFalse();
      assertThat(Failures.answer(failure).getStatusCode().value()).isEqualTo(500);
    }
  }

  @Test
  void neitherIsOneThatHasNothingToDoWithIt() {
    for (Throwable failure :
        List.of(
            new NullPointerException(),
            new IllegalStateException("the practice is closed on Sundays"),
            new UncheckedIOException(new MalformedInputException(1)),
            new UncheckedIOException(new java.nio.file.NoSuchFileException("ours")),
            new UncheckedIOException(new java.io.FileNotFoundException("ours")),
            new UncheckedIOException(new java.util.zip.ZipException("not ours")),
            new UncheckedIOException(new java.io.InvalidClassException("ours")),
            new HandlerExecutionException("no", null, null) {})) {
      assertThat(Outages.isBehind(failure)).as(failure.toString()).isFalse();
    }
  }

  private static SQLException batch(SQLException next) {
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(next);
    return batch;
  }

  private static Throwable suppressed(Throwable outer, Throwable inner) {
    outer.addSuppressed(inner);
    return outer;
  }
}
