package medic.trials.bench;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole benchmark, and its one table. */
public final class BenchRun {

  private BenchRun() {}

  /**
   * @param token an admin's, for a server that runs in {@code context}
   * @param warmUpSeconds how long bookings, and then queries, run before any counts
   * @param seconds the length of one round
   */
  public static void run(
      ConfigurableApplicationContext context, String token, int warmUpSeconds, int seconds)
      throws Exception {
    ResultTable table = new ResultTable();
    Duration round = Duration.ofSeconds(seconds);
    SlotBench.run(table); // before the server has read models and messages to catch up with
    new ServerBench(context, token, Duration.ofSeconds(warmUpSeconds), round).run(table);
  }

  /** Bookings alone, on a server whose read models, messages and calendars stand still. */
  public static void runCommandsOnly(
      ConfigurableApplicationContext context, String token, int warmUpSeconds, int seconds)
      throws Exception {
    new ServerBench(context, token, Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(seconds))
        .runCommandsOnly(new ResultTable(), context.getBean(EventProcessingConfiguration.class));
  }
}
