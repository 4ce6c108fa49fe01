package medic.app.log;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import medic.app.Settings;
import medic.app.postgres.embedded.DatabaseSource;
import medic.log.note.Signer;
import medic.log.store.Appender;
import medic.log.store.CheckpointFiles;
import medic.log.store.CheckpointSigner;
import medic.log.store.IntegrityCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The provable log over the events in PostgreSQL; an Axon Server's events are not in it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class LogConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(LogConfiguration.class);

  @Bean
  LogHealth logHealthIndicator(JdbcTemplate database) {
    return new LogHealth(database);
  }

  /** Said at each start: another server has to, or nobody proves what is stored. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> unsigned(Environment environment) {
    return ready -> {
      if (environment.getProperty(DatabaseSource.LOG_USER) == null) {
        LOG.warn("This server does not sign the log: MEDIC_DB_LOG_USER is not set");
      }
    };
  }

  /** Where the log's own role is known. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(DatabaseSource.LOG_USER)
  static class Kept {

    @Bean
    LogPool logPool(Environment environment) {
      return new LogPool(environment);
    }

    @Bean
    LogKeeper logKeeper(LogPool pool, Signer signer, Environment environment, Clock clock) {
      CheckpointFiles files = new CheckpointFiles(checkpoints(environment));
      return new LogKeeper(
          pool.connections(),
          new Appender(pool.connections(), clock),
          new CheckpointSigner(pool.connections(), signer, files),
          new IntegrityCheck(pool.connections(), signer.verifier(), files));
    }

    private static Path checkpoints(Environment environment) {
      return Settings.MEDIC_LOG_CHECKPOINTS
          .find(environment)
          .map(Path::of)
          .orElseGet(() -> Path.of(Settings.MEDIC_DATA.in(environment)).resolve("checkpoints"));
    }

    @Bean
    LogRounds logRounds(
        LogKeeper keeper,
        @Value("${medic.log.append-every:1s}") Duration append,
        @Value("${medic.log.sign-every:60s}") Duration sign,
        @Value("${medic.log.examine-every:24h}") Duration examine) {
      return new LogRounds(keeper, append, sign, examine);
    }
  }
}
