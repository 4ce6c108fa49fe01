package medic.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A role of a database and its password. */
public record Login(String url, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
