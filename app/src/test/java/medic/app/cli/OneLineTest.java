package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import medic.app.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class OneLineTest {

  @Test
  void whatTheOperatorCanMendIsTold() {
    assertThat(OneLine.of(new IllegalStateException(new StartRefused("Set it."))))
        .contains("Set it.");
    assertThat(OneLine.of(new IllegalStateException(new PortInUseException(8080))))
        .contains("port 8080 is taken: set SERVER_PORT to another.");
  }

  @Test
  void whatTheyCannotIsNotShortened() {
    assertThat(OneLine.of(new IllegalStateException("a fault"))).isEmpty();
  }
}
