package medic.deadletters;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far groups have come, in whichever process they run; read without claiming anything. */
@Component
public class StoredTokens {

  private static final String TOKENS =
      "select processor_name, token, token_type from work.token_entry"
          + " where processor_name = any(?)";

  private final JdbcTemplate jdbc;
  private final Serializer serializer;

  StoredTokens(JdbcTemplate jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  /** Where a segment of a group stands; nowhere before its first event. */
  public record Progress(String group, @Nullable TrackingToken token) {}

  /** The same tokens, read by another connection: in its snapshot. */
  public StoredTokens as(JdbcTemplate other) {
    return new StoredTokens(other, serializer);
  }

  /** Of each segment of each group that has one. */
  public List<Progress> of(Collection<String> groups) {
    return jdbc.query(TOKENS, query -> query.setArray(1, texts(query, groups)), this::progress);
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

  private static java.sql.Array texts(PreparedStatement query, Collection<String> texts)
      throws SQLException {
    return query.getConnection().createArrayOf("text", texts.toArray());
  }
}
