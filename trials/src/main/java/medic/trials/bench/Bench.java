package medic.trials.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import medic.app.MedicApplication;
import medic.app.Settings;
import medic.app.cli.Launcher;
import medic.app.cli.Subcommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures this machine's bookings and queries against its own limits, in a database of its own.
 */
@Command(name = "bench", description = "Measures bookings, queries and slots against limits.")
public final class Bench implements Subcommand {

  @Option(names = "--seconds", description = "The length of one round (default: 4).")
  private int seconds = 4;

  @Option(
      names = "--warm-up",
      description =
          "Seconds before anything counts (default: 60): the compiler takes the cores at first.")
  private int warmUp = 60;

  @Option(
      names = "--commands-only",
      description = "Measures bookings while read models, messages and calendars stand still.")
  private boolean commandsOnly;

  @Option(
      names = "--log",
      paramLabel = "EVENTS",
      description = "Measures the provable log over so many events instead, for example 1000000.")
  private long logged;

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("medic-bench");
    System.setProperty(Settings.MEDIC_DATA.name(), data.toString());
    System.setProperty(Settings.SERVER_PORT.name(), "0");
    System.setProperty(Settings.MEDIC_CALLER_REQUESTS.name(), "0");
    // Registered before the database's own handler, so it runs after it.
    SpringApplication.getShutdownHandlers().add(() -> delete(data));
    if (logged > 0) {
      log(data);
    } else {
      try (ConfigurableApplicationContext context = start()) {
        server(context);
      }
    }
    return 0;
  }

  private void server(ConfigurableApplicationContext context) throws Exception {
    if (commandsOnly) {
      BenchRun.runCommandsOnly(context, token(context), warmUp, seconds);
    } else {
      BenchRun.run(context, token(context), warmUp, seconds);
    }
  }

  /** A server first, then none, then one again: the database goes on all the time. */
  private void log(Path data) throws Exception {
    LogBenchRun bench = new LogBenchRun();
    ConfigurableEnvironment environment;
    try (ConfigurableApplicationContext context = start()) {
      environment = context.getEnvironment();
      bench.bookings(context, token(context), warmUp, seconds);
    }
    String key = Files.readString(data.resolve("keys").resolve("log.key"));
    bench.log(environment, logged, key, data.resolve("checkpoints"));
    try (ConfigurableApplicationContext context =
        Launcher.startAgain(environment, WebApplicationType.SERVLET, MedicApplication.class)) {
      bench.export(context, token(context));
    }
  }

  private static ConfigurableApplicationContext start() {
    return Launcher.start(WebApplicationType.SERVLET, MedicApplication.class, BenchEndpoints.class);
  }

  private static void delete(Path data) {
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException left) {
      System.err.println("medic: left behind " + data + ": " + left.getMessage());
    }
  }

  private static String token(ConfigurableApplicationContext context)
      throws IOException, InterruptedException {
    String port = context.getEnvironment().getProperty("local.server.port", "");
    String address = "http://127.0.0.1:" + port;
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(address + "/api/auth/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"admin\",\"password\":\"demo\"}"))
            .build();
    String answer = HttpClient.newHttpClient().send(login, BodyHandlers.ofString()).body();
    return answer.replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
  }
}
