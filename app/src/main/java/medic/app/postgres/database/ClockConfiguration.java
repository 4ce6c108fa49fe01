package medic.app.postgres.database;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares this node's clock with the one that all nodes share. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean("clock-check")
  ClockCheck clockCheck(JdbcClient database, Clock clock) {
    return new ClockCheck(database, clock);
  }
}
