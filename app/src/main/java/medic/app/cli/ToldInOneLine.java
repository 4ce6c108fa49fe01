package medic.app.cli;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps Spring from telling at length what the command line tells in one line. */
final class ToldInOneLine implements SpringBootExceptionReporter {

  ToldInOneLine(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return OneLine.of(failure).isPresent();
  }
}
