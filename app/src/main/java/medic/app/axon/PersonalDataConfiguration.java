package medic.app.axon;

import java.nio.file.Path;
import javax.sql.DataSource;
import medic.app.Settings;
import medic.personal.JdbcPatientKeys;
import medic.personal.MasterKey;
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
  MasterKey masterKey(Environment environment) {
    Path file = Settings.keyDirectory(environment).resolve("master.json");
    return Settings.MEDIC_MASTER_KEY
        .find(environment)
        .map(MasterKey::ofKeyset)
        .orElseGet(() -> MasterKey.inFile(file));
  }

  @Bean
  JdbcPatientKeys patientKeys(DataSource dataSource, MasterKey masterKey) {
    return new JdbcPatientKeys(dataSource, masterKey);
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
