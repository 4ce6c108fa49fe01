package medic.app.postgres.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A role of a database and its password. */
public record DatabaseLogin(String url, String user, String password) {

  public Connection connect() throws SQLException {
    Properties access = new Properties();
    access.setProperty("user", user);
    access.setProperty("password", password);
    access.setProperty("connectTimeout", "10");
    access.setProperty("loginTimeout", "15");
    access.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, access);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
