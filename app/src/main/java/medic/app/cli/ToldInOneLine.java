package medic.app.cli;

import medic.app.StartRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Keeps Spring from telling at length what the command line tells in one line. */
final class ToldInOneLine implements SpringBootExceptionReporter {

  ToldInOneLine(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return failure instanceof PortInUseException
        || NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartRefused;
  }
}
