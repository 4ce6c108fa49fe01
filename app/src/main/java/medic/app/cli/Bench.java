package medic.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import medic.app.MedicApplication;
import medic.app.Settings;
import medic.app.bench.BenchRun;
import medic.app.embedded.DatabaseSource;
import medic.app.security.TokenIssuer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures this machine's bookings and queries against its own limits, in a database of its own. */
@Command(name = "bench", description = "Measures bookings, queries and slots against limits.")
public final class Bench implements Subcommand {

  @Option(names = "--seconds", description = "The length of one round (default: 4).")
  private int seconds = 4;

  @Override
  public Integer call() throws Exception {
    return 0;
  }
}
