package medic.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the application's role and database, and checks what durability rests on. */
final class Bootstrap {

  private Bootstrap() {}

  static void prepare(Access access, Path cluster) {
    try (Connection connection = access.asSuperuser();
        Statement statement = connection.createStatement()) {
      check(statement, cluster);
      if (isMissing(statement, "pg_roles where rolname = '" + Access.USER + "'")) {
        statement.execute(
            "create role " + Access.USER + " login password '" + access.password() + "'");
      }
      if (isMissing(statement, "pg_database where datname = '" + Access.DATABASE + "'")) {
        statement.execute("create database " + Access.DATABASE + " owner " + Access.USER);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot prepare the embedded database", failure);
    }
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
