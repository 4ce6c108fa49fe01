package medic.trials.cluster;

import java.nio.file.Path;
import java.time.Clock;
import medic.app.MedicApplication;
import medic.app.cli.Launcher;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The server as it always starts, but for its clock, which others can set. */
public final class SkewableMedic {

  /** The system property with the file that the clock goes by. */
  static final String CLOCK_FILE = "medic.trials.clock";

  private SkewableMedic() {}

  public static void main(String[] arguments) {
    Clock clock = clock();
    GenericEventMessage.clock = clock;
    AbstractTokenEntry.clock = clock;
    Launcher.start(WebApplicationType.SERVLET, MedicApplication.class, Time.class);
  }

  private static Clock clock() {
    return new SkewedClock(Path.of(System.getProperty(CLOCK_FILE)), Clock.systemUTC());
  }

  /** Comes before the server's own. */
  @Configuration(proxyBeanMethods = false)
  static class Time {

    @Bean
    @Primary
    Clock skewedClock() {
      return clock();
    }
  }
}
