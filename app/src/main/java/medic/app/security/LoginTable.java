package medic.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medic.http.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The logins as they are stored. */
record LoginTable(JdbcClient database) {

  Optional<Login> find(String username) {
    return database
        .sql("select username, password, role, person, demo from work.login where username = ?")
        .param(username)
        .query(LoginTable::login)
        .optional();
  }

  /** Whether the name was free. */
  boolean insert(Login login) {
    return write(login, "on conflict (username) do nothing") == 1;
  }

  void replace(Login login) {
    write(
        login,
        """
        on conflict (username) do update
        set password = excluded.password, role = excluded.role,
            person = excluded.person, demo = excluded.demo
        """);
  }

  void delete(String username) {
    database.sql("delete from work.login where username = ?").param(username).update();
  }

  List<String> demoLogins() {
    return database
        .sql("select username from work.login where demo order by username")
        .query(String.class)
        .list();
  }

  private int write(Login login, String onConflict) {
    return database
        .sql(
            "insert into work.login (username, password, role, person, demo)"
                + " values (?, ?, ?, cast(? as uuid), ?) "
                + onConflict)
        .param(login.username())
        .param(login.password())
        .param(login.role().name())
        .param(login.person())
        .param(login.demo())
        .update();
  }

  private static Login login(ResultSet row, int number) throws SQLException {
    return new Login(
        row.getString("username"),
        row.getString("password"),
        Role.valueOf(row.getString("role")),
        row.getObject("person", UUID.class),
        row.getBoolean("demo"));
  }
}
