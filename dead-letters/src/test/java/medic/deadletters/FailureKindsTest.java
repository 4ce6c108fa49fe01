package medic.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/** What a caller is told to try again for is no event's fault either. */
class FailureKindsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "57P01", "57014", "53100", "58030", "40001", "55P03", "25P03", "25P04", "25006"
      })
  void noEventIsToBlameForTheDatabase(String state) {
    Throwable fault = new IllegalStateException(new SQLException("x", state));
    assertThat(FailureKinds.mayPass(fault, List.of())).isTrue();
  }

  /** As JPA says of the connection it had. */
  @Test
  void norForAConnectionThatWasClosed() {
    Throwable closed = new IllegalStateException("LogicalConnectionManagedImpl@7 is closed");
    assertThat(FailureKinds.mayPass(closed, List.of())).isTrue();
    assertThat(FailureKinds.mayPass(new InvalidDataAccessApiUsageException("x", closed), List.of()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "23505", "42P01", "25P02", "25001", "XX000"})
  void whatNoSecondTryMendsIsTheEvents(String state) {
    Throwable fault = new IllegalStateException(new SQLException("x", state));
    assertThat(FailureKinds.mayPass(fault, List.of())).isFalse();
    assertThat(FailureKinds.mayPass(new IllegalStateException("closed on Sundays"), List.of()))
        .isFalse();
  }
}
