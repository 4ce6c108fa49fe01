package medic.app.postgres.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import medic.app.StartRefused;

/**
 * The two roles that migrations grant rights to: the application's, which appends events and cannot
 * change them, and the log's, which appends to the log. They belong to the whole PostgreSQL server;
 * tables belong to whoever migrates.
 */
public final class Roles {

  public static final String APPLICATION = "medic_app";
  public static final String LOG = "medic_log";

  private static final Set<String> MADE_BY_ANOTHER = Set.of("42710", "23505");

  private Roles() {}

  /**
   * Makes the roles that are missing, so that migrations find them.
   *
   * @param owner a session of whoever migrates
   * @param passwords by role; a role without one is made, and cannot log in
   * @throws StartRefused when a role is missing and this session may not make it
   */
  public static void prepare(Connection owner, Map<String, String> passwords) {
    try (Statement statement = owner.createStatement()) {
      for (String role : new String[] {APPLICATION, LOG}) {
        if (!exists(owner, role)) {
          create(owner, role, passwords.getOrDefault(role, ""));
        }
      }
      if (!isMember(owner)) {
        statement.execute("grant " + APPLICATION + " to current_user");
      }
    } catch (SQLException refused) {
      throw new StartRefused(
          "The database needs the roles medic_app and medic_log, and the owner to be a member of"
              + " medic_app; see docs/database.md: "
              + refused.getSQLState());
    }
  }

  static boolean exists(Connection connection, String role) throws SQLException {
    return isTrue(connection, "select exists (select from pg_roles where rolname = ?)", role);
  }

  /** Read models are handed to the application, and later migrations change them. */
  private static boolean isMember(Connection owner) throws SQLException {
    return isTrue(owner, "select pg_has_role(current_user, ?, 'usage')", APPLICATION);
  }

  private static boolean isTrue(Connection connection, String question, String role)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question)) {
      query.setString(1, role);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void create(Connection owner, String role, String password) throws SQLException {
    String pattern =
        password.isEmpty() ? "create role %I nologin" : "create role %I login password %L";
    try (PreparedStatement format = owner.prepareStatement("select format(?, ?, ?)");
        Statement statement = owner.createStatement()) {
      format.setString(1, pattern);
      format.setString(2, role);
      format.setString(3, password);
      try (ResultSet sql = format.executeQuery()) {
        sql.next();
        statement.execute(sql.getString(1));
      }
    } catch (SQLException failure) {
      if (!MADE_BY_ANOTHER.contains(String.valueOf(failure.getSQLState()))) {
        throw failure;
      }
    }
  }
}
