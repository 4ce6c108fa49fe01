package medic.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medic.http.Role;
import medic.personal.KeyedHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The logins as they are stored: found by a keyed hash of their names, for a patient's name may
 * tell who they are, and what was once stored in clear outlives its deletion.
 */
record LoginTable(JdbcClient database, KeyedHashes hashes) {

  Optional<Login> find(String username) {
    return database
        .sql("select password, role, person, demo from work.login where name_hash = ?")
        .param(hash(username))
        .query((row, number) -> login(username, row))
        .optional();
  }

  /** Whether the name was free, and the person without a login. */
  boolean insert(Login login) {
    return write(login, "on conflict do nothing") == 1;
  }

  void replace(Login login) {
    write(
        login,
        """
        on conflict (name_hash) do update
        set username = excluded.username, password = excluded.password, role = excluded.role,
            person = excluded.person, demo = excluded.demo
        """);
  }

  List<String> demoLogins() {
    return database
        .sql("select username from work.login where demo order by username")
        .query(String.class)
        .list();
  }

  /** Hashes the names that an earlier version stored in clear only. */
  void hashNames() {
    database
        .sql("select username from work.login where name_hash is null")
        .query(String.class)
        .list()
        .forEach(this::hashName);
  }

  private void hashName(String username) {
    database
        .sql(
            "update work.login set name_hash = ?,"
                + " username = case when demo or role <> 'PATIENT' then username end"
                + " where username = ? and name_hash is null")
        .param(hash(username))
        .param(username)
        .update();
  }

  private int write(Login login, String onConflict) {
    return database
        .sql(
            "insert into work.login (name_hash, username, password, role, person, demo)"
                + " values (?, ?, ?, ?, cast(? as uuid), ?) "
                + onConflict)
        .param(hash(login.username()))
        .param(inClear(login))
        .param(login.password())
        .param(login.role().name())
        .param(login.person())
        .param(login.demo())
        .update();
  }

  private byte[] hash(String username) {
    return hashes.of("login", username);
  }

  private static @Nullable String inClear(Login login) {
    return login.demo() || login.role() != Role.PATIENT ? login.username() : null;
  }

  private static Login login(String username, ResultSet row) throws SQLException {
    return new Login(
        username,
        row.getString("password"),
        Role.valueOf(row.getString("role")),
        row.getObject("person", UUID.class),
        row.getBoolean("demo"));
  }
}
