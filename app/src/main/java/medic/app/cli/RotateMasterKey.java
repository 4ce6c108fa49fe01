package medic.app.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.app.axon.MasterKeySetting;
import medic.app.postgres.embedded.DatabaseSource;
import medic.personal.MasterKey;
import medic.personal.MasterKeyReplacement;
import medic.personal.MasterKeyRotation;
import medic.personal.WrongMasterKeyException;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;

/** Wraps all patients' keys under another master key. */
@Command(
    name = "rotate-master-key",
    description = {
      "Wraps the patients' keys under the key in MEDIC_MASTER_KEY instead of the one in",
      "MEDIC_OLD_MASTER_KEY; without MEDIC_MASTER_KEY, under a new one in MEDIC_DATA. All or none:",
      "when it was interrupted, run it again."
    })
public final class RotateMasterKey implements Subcommand {

  private final StandardEnvironment environment = new StandardEnvironment();

  @Override
  public Integer call() throws SQLException {
    Optional<MasterKey> next = MasterKeySetting.given(Settings.MEDIC_MASTER_KEY, environment);
    Optional<MasterKey> old = MasterKeySetting.given(Settings.MEDIC_OLD_MASTER_KEY, environment);
    if (next.isPresent() != old.isPresent()) {
      throw new StartRefused(
          "MEDIC_OLD_MASTER_KEY and MEDIC_MASTER_KEY, the new one, are needed together.");
    }
    try (DatabaseSource database = Launcher.openDatabase();
        Connection connection = database.application().connect()) {
      DataSource keys = new SingleConnectionDataSource(connection, true);
      int rewrapped =
          next.isPresent()
              ? new MasterKeyReplacement(keys).replace(old.orElseThrow(), next.get())
              : new MasterKeyRotation(keys, MasterKeySetting.file(environment)).rotate();
      System.out.println(rewrapped + " keys wrapped under the new master key");
      return 0;
    } catch (WrongMasterKeyException another) {
      throw new StartRefused(
          "The old master key is not the one that the stored keys are wrapped by: nothing was"
              + " changed.");
    }
  }
}
