package medic.app;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import medic.app.cli.OneLine;
import medic.app.cli.Run;
import medic.app.cli.Subcommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the process starts. */
@Command(
    name = "medic",
    mixinStandardHelpOptions = true,
    version = "medic 0.1.0",
    description =
        "An event-sourced booking engine for medical practices. Alone, it starts the server.")
public final class Medic implements Callable<Integer> {

  private static final int HELP_WIDTH = 110;

  private Medic() {}

  public static void main(String[] arguments) {
    int exit = commandLine().execute(arguments);
    if (exit != Run.KEEPS_RUNNING) {
      System.exit(exit);
    }
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Medic());
    commandLine.setUsageHelpWidth(HELP_WIDTH);
    commandLine.getCommandSpec().usageMessage().footer(Settings.help());
    ServiceLoader.load(Subcommand.class).forEach(commandLine::addSubcommand);
    return commandLine.setExecutionExceptionHandler(Medic::explain);
  }

  @Override
  public Integer call() {
    return new Run().call();
  }

  /** What the operator can mend is told in one line, all else in full. */
  private static int explain(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    OneLine.of(failure)
        .ifPresentOrElse(
            line -> commandLine.getErr().println("medic: " + line),
            () -> failure.printStackTrace(commandLine.getErr()));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
