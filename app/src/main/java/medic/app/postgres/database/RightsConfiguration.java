package medic.app.postgres.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at an outside database's user; the embedded one's is made by us. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

  @Bean
  @ConditionalOnExpression("'${MEDIC_DB_URL:}' != ''")
  RightsCheck rightsCheck(JdbcClient database) {
    return new RightsCheck(database);
  }
}
