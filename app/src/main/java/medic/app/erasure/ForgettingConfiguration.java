package medic.app.erasure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import medic.events.id.PatientId;
import medic.log.note.Signer;
import medic.personal.JdbcPatientKeys;
import medic.personal.MasterKeyFile;
import medic.personal.MasterKeyRotation;
import medic.personal.MasterKeys;
import medic.query.processing.ChannelListener;
import medic.sagas.erasure.DestroysKey;
import medic.sagas.erasure.ErasureReceipts;
import medic.sagas.erasure.Forgets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Destroys keys and logins of erased patients. */
@Configuration(proxyBeanMethods = false)
class ForgettingConfiguration {

  /** What a receipt's first line says, so that the signature serves no other purpose. */
  private static final String RECEIPT = "medic/erasure/1";

  /**
   * A login comes first: once the key is gone, nobody may see an empty page where a person was. And
   * before it the invitations: who is about to use one is waited for, and the login they made
   * found.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  Forgets forgetsLogins(JdbcClient database) {
    return patient -> {
      for (String table : List.of("invitation", "login")) {
        database
            .sql("delete from work." + table + " where person = ? and role = 'PATIENT'")
            .param(patient.value())
            .update();
      }
    };
  }

  @Bean
  DestroysKey destroysKey(JdbcPatientKeys keys, MasterKeys master, DataSource dataSource) {
    return (patient, now) -> {
      Instant destroyedAt = keys.destroy(patient.value(), now);
      if (master instanceof MasterKeyFile file) {
        beginNewEpoch(new MasterKeyRotation(dataSource, file));
      }
      return destroyedAt;
    };
  }

  private static void beginNewEpoch(MasterKeyRotation rotation) {
    try {
      rotation.rotate();
    } catch (SQLException failure) {
      throw new IllegalStateException("the master key cannot be rotated now", failure);
    }
  }

  @Bean
  ErasureReceipts erasureReceipts(ObjectProvider<Signer> signer) {
    return (patient, destroyedAt) ->
        signer.stream().findFirst().map(key -> key.sign(text(patient, destroyedAt))).orElse("");
  }

  private static String text(PatientId patient, Instant destroyedAt) {
    return RECEIPT + "\npatient " + patient.value() + "\nkey destroyed at " + destroyedAt + "\n";
  }

  /**
   * What other processes destroyed is forgotten here too, and everything after a lost connection.
   */
  @Bean(initMethod = "start")
  ChannelListener destroyedKeys(DataSource dataSource, JdbcPatientKeys keys) {
    return new ChannelListener(
        dataSource,
        JdbcPatientKeys.DESTROYED,
        (List<String> told) -> told.forEach(subject -> keys.forget(UUID.fromString(subject))),
        keys::forgetAll);
  }
}
