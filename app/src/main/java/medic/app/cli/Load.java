package medic.app.cli;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import medic.app.MedicApplication;
import medic.app.StartRefused;
import medic.app.practicefile.LoadException;
import medic.app.practicefile.PracticeLoader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets up a practice from a file, beside a running server or alone. */
@Command(name = "load", description = "Sets up a practice from a YAML or JSON file.")
public final class Load implements Subcommand {

  @Parameters(paramLabel = "FILE", description = "The practice; see docs/practice-file.md.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new StartRefused("there is no file " + file);
    }
    ConfigurableApplicationContext context =
        Launcher.start(WebApplicationType.NONE, MedicApplication.class);
    try (Reader practice = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      PracticeLoader.Loaded loaded = context.getBean(PracticeLoader.class).load(practice);
      System.out.println(
          "loaded " + loaded.doctors() + " doctors and " + loaded.patients() + " patients");
      return 0;
    } catch (LoadException unusable) {
      throw new StartRefused(String.valueOf(unusable.getMessage()));
    } finally {
      SpringApplication.exit(context);
    }
  }
}
