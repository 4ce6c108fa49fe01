package medic.trials.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A short run of {@code ./medic fuzz}: it finds nothing. */
@Tag("server")
class FuzzTest {

  @Test
  void findsNothing() {
    int exit = new CommandLine(new Fuzz()).execute("--seed", "7", "--seconds", "30");

    assertThat(exit).isZero();
  }
}
