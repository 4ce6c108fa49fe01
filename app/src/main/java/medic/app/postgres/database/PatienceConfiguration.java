package medic.app.postgres.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How long the database is waited for, and whether it is there. */
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {

  @Bean(initMethod = "start")
  DatabaseWatch databaseWatch(Environment environment) {
    return new DatabaseWatch(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username", ""),
        environment.getProperty("spring.datasource.password", ""));
  }

  @Bean
  DatabaseHealth databaseHealthIndicator(DatabaseWatch watch) {
    return new DatabaseHealth(watch);
  }

  @Bean
  static BeanPostProcessor patientPool(ObjectProvider<DatabaseWatch> watch) {
    return new PatientPool(watch);
  }

  /** The pool that Spring makes is told how long to wait, whatever its address says. */
  private record PatientPool(ObjectProvider<DatabaseWatch> watch) implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
        Patience.USUAL.ofTheDriver().forEach(pool::addDataSourceProperty);
        pool.setConnectionInitSql(Patience.USUAL.ofTheServer());
      }
      return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof HikariDataSource pool
          ? new WatchedSource(pool, watch.getObject())
          : bean;
    }
  }
}
