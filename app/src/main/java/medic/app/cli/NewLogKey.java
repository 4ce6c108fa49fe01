package medic.app.cli;

import java.security.SecureRandom;
import medic.log.note.SigningKey;
import picocli.CommandLine.Command;

/** Prints a fresh value for MEDIC_LOG_KEY, and its public half. */
@Command(name = "new-log-key", description = "Prints a new value for MEDIC_LOG_KEY and ends.")
public final class NewLogKey implements Subcommand {

  @Override
  public Integer call() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    System.out.println(key.secret());
    System.err.println("for whoever verifies: " + key.verifier());
    return 0;
  }
}
