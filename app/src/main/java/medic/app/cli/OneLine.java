package medic.app.cli;

import java.util.Optional;
import medic.app.StartRefused;
import org.springframework.boot.web.server.PortInUseException;

/** What the operator can mend, in one line. */
public final class OneLine {

  private OneLine() {}

  /** The line, or nothing when the failure is to be told in full. */
  public static Optional<String> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof PortInUseException taken) {
        return Optional.of("port " + taken.getPort() + " is taken: set SERVER_PORT to another.");
      }
    }
    return Optional.empty();
  }
}
