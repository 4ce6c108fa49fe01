package medic.app.cli;

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
import medic.app.bench.BenchRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
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

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("medic-bench");
    System.setProperty(Settings.MEDIC_DATA.name(), data.toString());
    System.setProperty(Settings.SERVER_PORT.name(), "0");
    System.setProperty("medic.bench", "true");
    // Registered before the database's own handler, so it runs after it.
    SpringApplication.getShutdownHandlers().add(() -> delete(data));
    try (ConfigurableApplicationContext context =
        Launcher.start(WebApplicationType.SERVLET, MedicApplication.class)) {
      String port = context.getEnvironment().getProperty("local.server.port", "");
      BenchRun.run(context, token("http://127.0.0.1:" + port), warmUp, seconds);
    }
    return 0;
  }

  private static void delete(Path data) {
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException left) {
      System.err.println("medic: left behind " + data + ": " + left.getMessage());
    }
  }

  private static String token(String address) throws IOException, InterruptedException {
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(address + "/api/auth/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"admin\",\"password\":\"demo\"}"))
            .build();
    String answer = HttpClient.newHttpClient().send(login, BodyHandlers.ofString()).body();
    return answer.replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
  }
}
