package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import medic.app.TestDatabase;
import medic.app.messages.Await;
import medic.app.postgres.database.Patience;
import medic.query.processing.ChannelListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A connection that has silently broken brings no news: whoever listens finds out and begins anew.
 */
@Tag("server")
class ListensAgainTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void afterTheWayFellSilent() throws Exception {
    String direct = TestDatabase.withoutUser(TestDatabase.fresh());
    URI database = URI.create(direct.substring("jdbc:".length()));
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger beginnings = new AtomicInteger();
    try (FaultProxy way = new FaultProxy(database.getPort());
        HikariDataSource pool = pool(way, database);
        ChannelListener listener =
            new ChannelListener(pool, "news", heard::addAll, beginnings::incrementAndGet)) {
      listener.start();
      Await.until(SOON, beginnings::get, begun -> begun == 1);
      tell(direct, "first");
      Await.until(SOON, () -> heard, all -> all.contains("first"));
      way.silence();
      Await.until(SOON, listener::isListening, listening -> !listening);
      way.mend();
      Await.until(SOON, beginnings::get, begun -> begun == 2);
      tell(direct, "second");
      Await.until(SOON, () -> heard, all -> all.contains("second"));
      assertThat(heard).containsExactly("first", "second");
    }
  }

  private static HikariDataSource pool(FaultProxy way, URI database) {
    Patience brief = new Patience(1, 1);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + way.port() + database.getPath());
    pool.setUsername("postgres");
    pool.setPassword("postgres");
    pool.setConnectionTimeout(2_000);
    brief.ofTheDriver().forEach(pool::addDataSourceProperty);
    pool.setConnectionInitSql(brief.ofTheServer());
    return pool;
  }

  private static void tell(String url, String news) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("notify news, '" + news + "'");
    }
  }
}
