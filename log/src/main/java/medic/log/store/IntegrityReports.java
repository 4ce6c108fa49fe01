package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What looking through the log found, kept where every process sees it. */
public final class IntegrityReports {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private IntegrityReports() {}

  /**
   * @param whole whether the whole log was gone through, or only what is new
   */
  public record Examination(Instant examinedAt, boolean whole, long size, List<Finding> findings) {}

  /** Adds one, as the log's role; the same findings as last time need not be told again. */
  public static void add(Connection connection, boolean whole, long size, List<Finding> findings)
      throws SQLException {
    if (!whole && findings.equals(latest(connection).map(Examination::findings).orElse(null))) {
      return;
    }
    String sql = "insert into log.examination (whole, size, findings) values (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBoolean(1, whole);
      insert.setLong(2, size);
      insert.setString(3, JSON.writeValueAsString(findings));
      insert.executeUpdate();
    }
  }

  private static Optional<Examination> latest(Connection connection) throws SQLException {
    return read(connection, "order by id desc limit 1").stream().findFirst();
  }

  /** The last of the whole log, and those of what is new that found something since. */
  public static List<Examination> standing(Connection connection) throws SQLException {
    return read(
        connection,
        "where id >= (select coalesce(max(id), 0) from log.examination where whole)"
            + " order by id limit 100");
  }

  private static List<Examination> read(Connection connection, String which) throws SQLException {
    List<Examination> examinations = new ArrayList<>();
    String sql = "select examined_at, whole, size, findings from log.examination " + which;
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        examinations.add(
            new Examination(
                rows.getObject(1, OffsetDateTime.class).toInstant(),
                rows.getBoolean(2),
                rows.getLong(3),
                JSON.readValue(rows.getString(4), FINDINGS)));
      }
    }
    return examinations;
  }
}
