package medic.app.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How long the database is waited for, and whether it is there. */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {

  @Bean
  DatabaseHealth databaseHealthIndicator(Environment environment) {
    return new DatabaseHealth(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username", ""),
        environment.getProperty("spring.datasource.password", ""));
  }

  /** The pool that Spring makes is told how long to wait, whatever its address says. */
  @Bean
  static BeanPostProcessor patientPool() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
          Patience.USUAL.ofTheDriver().forEach(pool::addDataSourceProperty);
          pool.setConnectionInitSql(Patience.USUAL.ofTheServer());
        }
        return bean;
      }
    };
  }
}
