package medic.query.rebuild;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the last check of each read model found, in work.read_model_check. */
@Component
public class CheckTable {

  private final JdbcClient jdbc;

  CheckTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CheckView> of(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /** By name of the read model. */
  public Map<String, CheckView> all() {
    Map<String, CheckView> checks = new TreeMap<>();
    jdbc.sql("select * from work.read_model_check")
        .query(
            row -> {
              checks.put(
                  row.getString("name"),
                  new CheckView(
                      row.getTimestamp("checked_at").toInstant(),
                      row.getLong("position"),
                      row.getLong("rows_compared"),
                      row.getLong("differences"),
                      lines(row.getString("findings"))));
            });
    return checks;
  }

  private static List<String> lines(String findings) {
    return Arrays.stream(findings.split("\n")).filter(line -> !line.isEmpty()).toList();
  }

  void store(String name, CheckView found) {
    jdbc.sql(
            """
            insert into work.read_model_check (name, checked_at, position, rows_compared,
              differences, findings) values (?, ?, ?, ?, ?, ?)
            on conflict (name) do update set checked_at = excluded.checked_at,
              position = excluded.position, rows_compared = excluded.rows_compared,
              differences = excluded.differences, findings = excluded.findings
            """)
        .params(
            name,
            java.sql.Timestamp.from(found.checkedAt()),
            found.position(),
            found.rows(),
            found.differences(),
            String.join("\n", found.findings()))
        .update();
  }
}
