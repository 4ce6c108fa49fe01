package medic.app.cli;

import medic.app.MedicApplication;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;

/** Starts the server and lets it run. */
@Command(name = "run", description = "Starts the server; the same as no subcommand.")
public final class Run implements Subcommand {

  /** Not an exit code: the server's threads keep the process alive. */
  public static final int KEEPS_RUNNING = -1;

  @Override
  public Integer call() {
    Launcher.start(WebApplicationType.SERVLET, MedicApplication.class, Welcome.class);
    return KEEPS_RUNNING;
  }
}
