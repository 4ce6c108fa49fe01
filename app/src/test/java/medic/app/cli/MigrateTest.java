package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medic.app.TestDatabase;
import medic.app.postgres.database.DatabaseLogin;
import medic.app.postgres.database.Migrations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class MigrateTest {

  @Test
  void severalProcessesMayMigrateAtOnceAndEachMigrationIsDoneOnce() throws Exception {
    String url = TestDatabase.fresh();
    int alone = migrate(TestDatabase.fresh());
    Callable<Integer> process = () -> migrate(url);
    ExecutorService processes = Executors.newFixedThreadPool(4);
    try {
      int together = 0;
      for (Future<Integer> done :
          processes.invokeAll(List.of(process, process, process, process))) {
        together += done.get();
      }
      assertThat(alone).isPositive();
      assertThat(together).isEqualTo(alone);
    } finally {
      processes.shutdownNow();
    }
  }

  private static int migrate(String url) {
    return Migrations.run(new DatabaseLogin(url, "postgres", ""), Map.of());
  }
}
