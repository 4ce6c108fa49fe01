package medic.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import medic.app.MedicApplication;
import medic.app.StartRefused;
import medic.query.rebuild.RebuildState;
import medic.query.rebuild.RebuildView;
import medic.query.rebuild.Rebuilds;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes read models anew, beside a running server or alone, and watches: 0 when all are made. */
@Command(
    name = "rebuild",
    description = {
      "Makes a read model, or all of them, anew from the log. What is read stays until then.",
      "Where it is being made already, that is watched."
    })
public final class Rebuild implements Subcommand {

  private static final Duration LOOK = Duration.ofMillis(200);

  @Parameters(paramLabel = "NAME", description = "A read model such as agenda, or all.")
  private String name = "";

  @Override
  public Integer call() throws InterruptedException {
    ConfigurableApplicationContext context =
        Launcher.start(WebApplicationType.NONE, MedicApplication.class);
    try {
      Rebuilds rebuilds = context.getBean(Rebuilds.class);
      List<String> names = ReadModelNames.of(name, rebuilds.names());
      names.forEach(one -> rebuilds.start(null, one));
      boolean allDone = true;
      for (String one : names) {
        allDone &= watch(one, rebuilds);
      }
      return allDone ? 0 : 1;
    } finally {
      SpringApplication.exit(context);
    }
  }

  private static boolean watch(String name, Rebuilds rebuilds) throws InterruptedException {
    ProgressBar bar = new ProgressBar(name, System.out, System.console() != null);
    Optional<RebuildView> now = rebuilds.of(name);
    while (now.isPresent() && !isOver(now.get().state())) {
      bar.show(now.get());
      Thread.sleep(LOOK.toMillis());
      now = rebuilds.of(name);
    }
    RebuildView end = now.orElseThrow(() -> new StartRefused(name + " is not being rebuilt"));
    bar.end(end);
    return end.state() == RebuildState.DONE;
  }

  private static boolean isOver(RebuildState state) {
    return switch (state) {
      case DONE, FAILED, CANCELLED -> true;
      case WAITING, READING, WRITING, CATCHING_UP, SWITCHING -> false;
    };
  }
}
