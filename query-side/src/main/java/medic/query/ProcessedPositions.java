package medic.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far the read models' processors have come, in whichever process they run. Reads their stored
 * tokens without claiming them.
 */
@Component
public class ProcessedPositions {

  private static final String TOKENS =
      "select processor_name, token, token_type from work.token_entry"
          + " where processor_name = any(?)";

  private final JdbcTemplate jdbc;
  private final Serializer serializer;

  ProcessedPositions(JdbcTemplate jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  /** Whether every segment of every group has processed the event at this position. */
  public boolean cover(String[] groups, long position) {
    List<Progress> segments =
        jdbc.query(TOKENS, query -> query.setArray(1, textArray(query, groups)), this::progress);
    Set<String> started = new HashSet<>();
    for (Progress segment : segments) {
      if (!seen(segment.token, position)) {
        return false;
      }
      started.add(segment.group);
    }
    return started.containsAll(Set.of(groups));
  }

  /** A position in a token's gaps lies before its index and has yet to be seen. */
  static boolean seen(@Nullable TrackingToken token, long position) {
    if (token == null) {
      return false;
    }
    TrackingToken reached = WrappedToken.unwrapLowerBound(token);
    if (reached instanceof GapAwareTrackingToken gaps) {
      return gaps.getIndex() >= position && !gaps.getGaps().contains(position);
    }
    return reached != null && reached.position().orElse(-1) >= position;
  }

  private Progress progress(ResultSet row, int number) throws SQLException {
    byte[] stored = row.getBytes("token");
    TrackingToken token =
        stored == null
            ? null
            : serializer.deserialize(
                new SimpleSerializedObject<>(
                    stored, byte[].class, row.getString("token_type"), null));
    return new Progress(row.getString("processor_name"), token);
  }

  private static java.sql.Array textArray(java.sql.PreparedStatement query, String[] texts)
      throws SQLException {
    return query.getConnection().createArrayOf("text", texts);
  }

  private record Progress(String group, @Nullable TrackingToken token) {}
}
