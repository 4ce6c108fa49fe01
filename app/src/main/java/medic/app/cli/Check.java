package medic.app.cli;

import java.util.List;
import medic.app.MedicApplication;
import medic.app.StartRefused;
import medic.query.rebuild.CheckView;
import medic.query.rebuild.Checks;
import medic.query.rebuild.Rebuilds;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Compares read models with the log: 0 when all is the same, 1 when not, and names what differs.
 */
@Command(
    name = "check",
    description = {
      "Replays the log into a copy of a read model, or of all of them, and compares row by row.",
      "Bookings go on meanwhile."
    })
public final class Check implements Subcommand {

  @Parameters(paramLabel = "NAME", description = "A read model such as agenda, or all.")
  private String name = "";

  @Override
  public Integer call() {
    ConfigurableApplicationContext context =
        Launcher.start(WebApplicationType.NONE, MedicApplication.class);
    try {
      List<String> names = ReadModelNames.of(name, context.getBean(Rebuilds.class).names());
      boolean allSame = true;
      for (String one : names) {
        allSame &= isSame(one, context.getBean(Checks.class));
      }
      return allSame ? 0 : 1;
    } finally {
      SpringApplication.exit(context);
    }
  }

  private static boolean isSame(String name, Checks checks) {
    try {
      CheckView found = checks.check(name, events -> {});
      found.findings().forEach(System.out::println);
      System.out.printf(
          "%s: %s, %d rows as of event %d, %d differences%n",
          name,
          found.differences() == 0 ? "the same" : "DIFFERENT",
          found.rows(),
          found.position(),
          found.differences());
      return found.differences() == 0;
    } catch (Checks.UnderWay already) {
      throw new StartRefused(String.valueOf(already.getMessage()));
    }
  }
}
