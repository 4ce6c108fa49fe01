package medic.trials.cluster;

import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a server of a trial a clock that others can set, in place of its own. Found by Spring where
 * the trials are on the class path, and does nothing unless a file for the clock is named.
 */
final class SkewedTime implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** The system property with the file that the clock goes by. */
  static final String CLOCK_FILE = "medic.trials.clock";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String file = System.getProperty(CLOCK_FILE);
    if (file != null) {
      Clock clock = new SkewedClock(Path.of(file), Clock.systemUTC());
      GenericEventMessage.clock = clock;
      AbstractTokenEntry.clock = clock;
      context.getBeanFactory().registerSingleton("skewedClock", clock);
    }
  }
}
