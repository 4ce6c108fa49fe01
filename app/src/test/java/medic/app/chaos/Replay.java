package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import medic.app.postgres.embedded.DatabaseSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Read models are what a replay from nothing makes of the events, row by row. */
final class Replay {

  private Replay() {}

  /** Of a server over this data directory, which is stopped for it. */
  static void assertSame(ChildServer server, Path data) throws Exception {
    try (DatabaseSource database = database(data)) {
      Books books = new Books(database);
      assertThat(books.doubleBookings()).isEmpty();
      long head = books.head();
      books.awaitReadModels(server);
      server.close();
      Map<String, List<String>> before = books.readModels(head);
      books.forgetReadModels();
      try (ChildServer again = ChildServer.start(data)) {
        books.awaitReadModels(again);
      }
      Map<String, List<String>> after = books.readModels(head);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      after.forEach(
          (table, rows) ->
              assertThat(before.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
    }
  }

  static DatabaseSource database(Path data) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return DatabaseSource.open(environment);
  }
}
