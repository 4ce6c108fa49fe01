package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medic.app.TestDatabase;
import org.junit.jupiter.api.Test;

class MigrateTest {

  @Test
  void severalProcessesMayMigrateAtOnceAndEachMigrationIsDoneOnce() throws Exception {
    String url = TestDatabase.fresh();
    int alone = Migrate.migrate(TestDatabase.fresh(), "postgres", "");
    Callable<Integer> process = () -> Migrate.migrate(url, "postgres", "");
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
}
