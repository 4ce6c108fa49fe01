package medic.app.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import medic.app.postgres.database.Roles;

/** Makes the roles and the database, and checks what durability rests on. */
final class Bootstrap {

  private static final String EARLIER_OWNER = "medic";

  private Bootstrap() {}

  static void prepare(EmbeddedAccess access, Path cluster) {
    try (Connection connection = access.asSuperuser();
        Statement statement = connection.createStatement()) {
      check(statement, cluster);
      prepareOwner(statement, access);
      Roles.prepare(connection, access.passwords());
      statement.execute("grant " + Roles.APPLICATION + " to " + EmbeddedAccess.OWNER);
      if (isMissing(statement, "pg_database where datname = '" + EmbeddedAccess.DATABASE + "'")) {
        statement.execute(
            "create database " + EmbeddedAccess.DATABASE + " owner " + EmbeddedAccess.OWNER);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot prepare the embedded database", failure);
    }
  }

  /** In the data of an earlier version one role owns everything: it stays the owner. */
  private static void prepareOwner(Statement statement, EmbeddedAccess access) throws SQLException {
    if (!isMissing(statement, role(EmbeddedAccess.OWNER))) {
      return;
    }
    statement.execute(
        isMissing(statement, role(EARLIER_OWNER))
            ? "create role " + EmbeddedAccess.OWNER
            : "alter role " + EARLIER_OWNER + " rename to " + EmbeddedAccess.OWNER);
    statement.execute(
        "alter role " + EmbeddedAccess.OWNER + " login password '" + access.ownerPassword() + "'");
  }

  private static String role(String name) {
    return "pg_roles where rolname = '" + name + "'";
  }

  private static void check(Statement statement, Path cluster) throws SQLException {
    require("on", show(statement, "fsync"), "fsync");
    require("on", show(statement, "synchronous_commit"), "synchronous_commit");
    require("on", show(statement, "full_page_writes"), "full_page_writes");
    try {
      String served = Path.of(show(statement, "data_directory")).toRealPath().toString();
      require(cluster.toRealPath().toString(), served, "data_directory");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void require(String wanted, String found, String setting) {
    if (!wanted.equals(found)) {
      throw new IllegalStateException(
          "PostgreSQL runs with " + setting + " = " + found + ", not " + wanted);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isMissing(Statement statement, String what) throws SQLException {
    try (ResultSet row = statement.executeQuery("select 1 from " + what)) {
      return !row.next();
    }
  }
}
