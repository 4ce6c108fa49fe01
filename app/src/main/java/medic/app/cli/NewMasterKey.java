package medic.app.cli;

import medic.personal.MasterKey;
import picocli.CommandLine.Command;

/** Prints a fresh value for MEDIC_MASTER_KEY. */
@Command(name = "new-master-key", description = "Prints a new value for MEDIC_MASTER_KEY and ends.")
public final class NewMasterKey implements Subcommand {

  @Override
  public Integer call() {
    System.out.println(MasterKey.newKeyset().replaceAll("\\s", ""));
    return 0;
  }
}
