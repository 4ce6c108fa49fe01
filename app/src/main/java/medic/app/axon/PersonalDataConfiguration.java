package medic.app.axon;

import javax.sql.DataSource;
import medic.app.Settings;
import medic.app.StartRefused;
import medic.personal.JdbcPatientKeys;
import medic.personal.MasterKeys;
import medic.personal.PatientKeys;
import medic.personal.PersonalDataModule;
import medic.personal.WrongMasterKeyException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The keys under which personal data is sealed. */
@Configuration(proxyBeanMethods = false)
public class PersonalDataConfiguration {

  @Bean
  MasterKeys masterKeys(Environment environment) {
    return MasterKeySetting.given(Settings.MEDIC_MASTER_KEY, environment)
        .map(MasterKeys::fixed)
        .orElseGet(() -> MasterKeySetting.file(environment));
  }

  /** Before anything is sealed: under a wrong master key nothing could ever be opened again. */
  @Bean
  @DependsOnDatabaseInitialization
  JdbcPatientKeys patientKeys(DataSource dataSource, MasterKeys masterKeys) {
    JdbcPatientKeys keys = new JdbcPatientKeys(dataSource, masterKeys);
    try {
      keys.verifyMaster();
    } catch (WrongMasterKeyException another) {
      throw new StartRefused(
          "The master key is not the one that this database's keys are wrapped by: give back"
              + " MEDIC_MASTER_KEY, or the file keys/master.json in MEDIC_DATA.");
    }
    return keys;
  }

  @Bean
  PersonalDataModule personalDataModule(PatientKeys patientKeys) {
    return new PersonalDataModule(patientKeys);
  }
}
