package medic.app.log;

import com.zaxxer.hikari.HikariDataSource;
import medic.app.postgres.database.Patience;
import medic.app.postgres.embedded.DatabaseSource;
import org.springframework.core.env.Environment;

/** Few connections, as the log's role: never those that requests wait for. */
final class LogPool implements AutoCloseable {

  private static final int CONNECTIONS = 3;
  private static final int WAIT_MILLIS = 5_000;

  private final HikariDataSource connections = new HikariDataSource();

  LogPool(Environment environment) {
    connections.setPoolName("log");
    connections.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
    connections.setUsername(environment.getRequiredProperty(DatabaseSource.LOG_USER));
    connections.setPassword(environment.getProperty(DatabaseSource.LOG_PASSWORD, ""));
    connections.setMaximumPoolSize(CONNECTIONS);
    connections.setMinimumIdle(0);
    connections.setConnectionTimeout(WAIT_MILLIS);
    connections.setInitializationFailTimeout(-1);
    Patience.LONG.ofTheDriver().forEach(connections::addDataSourceProperty);
    connections.setConnectionInitSql(Patience.LONG.ofTheServer());
  }

  HikariDataSource connections() {
    return connections;
  }

  @Override
  public void close() {
    connections.close();
  }
}
