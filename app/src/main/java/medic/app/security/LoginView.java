package medic.app.security;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import medic.http.Role;
import org.jspecify.annotations.Nullable;

/**
 * A login as admins see it.
 *
 * @param username absent for a patient's, which is kept nowhere
 * @param person the doctor or patient it belongs to
 */
record LoginView(
    UUID loginId,
    @JsonIgnore long number,
    @Nullable String username,
    Role role,
    @Nullable UUID person,
    boolean enabled,
    boolean demo,
    Instant createdAt) {

  static LoginView of(ResultSet row) throws SQLException {
    return new LoginView(
        row.getObject("login_id", UUID.class),
        row.getLong("number"),
        row.getString("username"),
        Role.valueOf(row.getString("role")),
        row.getObject("person", UUID.class),
        row.getBoolean("enabled"),
        row.getBoolean("demo"),
        row.getTimestamp("created_at").toInstant());
  }
}
