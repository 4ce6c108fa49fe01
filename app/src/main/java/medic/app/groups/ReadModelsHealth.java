package medic.app.groups;

import java.util.Map;
import java.util.TreeMap;
import medic.app.server.BoundedHealth;
import medic.query.rebuild.CheckTable;
import medic.query.rebuild.CheckView;
import org.springframework.boot.health.contributor.Health;

/** DEGRADED while the last check of a read model found that it differs from the log. */
final class ReadModelsHealth extends BoundedHealth {

  private final CheckTable checks;

  ReadModelsHealth(CheckTable checks) {
    super("What checks have found cannot be asked");
    this.checks = checks;
  }

  @Override
  protected void check(Health.Builder health) {
    Map<String, Object> different = new TreeMap<>();
    checks.all().forEach((name, found) -> add(different, name, found));
    (different.isEmpty() ? health.up() : health.status(GroupsHealth.DEGRADED))
        .withDetails(different);
  }

  private static void add(Map<String, Object> different, String name, CheckView found) {
    if (found.differences() > 0) {
      different.put(
          name,
          Map.of(
              "differences", found.differences(),
              "checkedAt", found.checkedAt().toString(),
              "position", found.position()));
    }
  }
}
