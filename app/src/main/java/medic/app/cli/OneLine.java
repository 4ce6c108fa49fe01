package medic.app.cli;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.personal.ReadableByOthersException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;

/** What the operator can mend, in one line. */
public final class OneLine {

  private OneLine() {}

  /** The line, or nothing when the failure is to be told in full. */
  public static Optional<String> of(Throwable failure) {
    Optional<String> line = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String told = told(cause);
      if (told != null) {
        line = Optional.of(told); // the innermost knows best
      }
    }
    return line;
  }

  private static @Nullable String told(Throwable cause) {
    if (cause instanceof StartRefused || cause instanceof ReadableByOthersException) {
      return String.valueOf(cause.getMessage());
    } else if (cause instanceof PortInUseException taken) {
      return "port " + taken.getPort() + " is taken: set SERVER_PORT to another.";
    } else if (cause instanceof WebServerException) {
      return "cannot listen there: check SERVER_ADDRESS and SERVER_PORT.";
    } else if (cause instanceof FileSystemException file) {
      return file(file);
    }
    return cause instanceof SQLException refused ? database(refused) : null;
  }

  private static String file(FileSystemException failure) {
    String why = failure.getReason() == null ? "" : ", " + failure.getReason();
    return failure.getFile()
        + " cannot be used ("
        + failure.getClass().getSimpleName().replace("Exception", "")
        + why
        + "): "
        + Settings.MEDIC_DATA
        + " names the directory for data.";
  }

  private static @Nullable String database(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    if (state.startsWith("28")) {
      return "the database refuses this user and password: check MEDIC_DB_USER, MEDIC_DB_PASSWORD"
          + " and those of its owner and log.";
    } else if (state.startsWith("08") || state.startsWith("57P")) {
      return "the database cannot be reached: " + firstLine(refused);
    }
    return state.equals("3D000") ? firstLine(refused) + ": check MEDIC_DB_URL." : null;
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
