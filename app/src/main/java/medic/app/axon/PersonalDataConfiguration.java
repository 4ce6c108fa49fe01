package medic.app.axon;

import java.nio.file.Path;
import javax.sql.DataSource;
import medic.app.Settings;
import medic.personal.JdbcPatientKeys;
import medic.personal.MasterKey;
import medic.personal.MasterKeyFile;
import medic.personal.MasterKeys;
import medic.personal.PatientKeys;
import medic.personal.PersonalDataModule;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The keys under which personal data is sealed. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

  @Bean
  MasterKeys masterKeys(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("master.json");
    return Settings.MEDIC_MASTER_KEY
        .find(environment)
        .map(keyset -> MasterKeys.fixed(MasterKey.ofKeyset(keyset)))
        .orElseGet(() -> new MasterKeyFile(file));
  }

  @Bean
  JdbcPatientKeys patientKeys(DataSource dataSource, MasterKeys masterKeys) {
    return new JdbcPatientKeys(dataSource, masterKeys);
  }

  /** Before anything is sealed: under a wrong master key nothing could ever be opened again. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ApplicationRunner masterKeyFits(JdbcPatientKeys patientKeys) {
    return arguments -> patientKeys.verifyMaster();
  }

  @Bean
  PersonalDataModule personalDataModule(PatientKeys patientKeys) {
    return new PersonalDataModule(patientKeys);
  }
}
