package medic.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;

/** How many pages a statement really looks at: what grows when it reads too much. */
public final class Pages {

  private static final Pattern TOUCHED =
      Pattern.compile("shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

  private Pages() {}

  public static int touchedBy(JdbcTemplate jdbc, String sql, PreparedStatementSetter values) {
    jdbc.query("explain (analyze, buffers, timing off) " + sql, values, row -> {});
    List<String> plan =
        jdbc.query(
            "explain (analyze, buffers, timing off) " + sql,
            values,
            (row, number) -> row.getString(1));
    for (String line : plan) {
      Matcher touched = TOUCHED.matcher(line);
      if (line.contains("Buffers:") && touched.find()) {
        return number(touched.group(1)) + number(touched.group(2));
      }
    }
    throw new AssertionError("no buffers in " + plan);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
