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

  private static final String COLUMNS =
      "login_id, username, password, role, person, demo, generation, enabled, ";

  /** By any node's clock. */
  private static final String LINKS_END =
      "with ended as (update work.invitation set expires_at = now() - interval '1 minute'"
          + " where login_id = ? and used_at is null and expires_at > now()) ";

  private static final String SELECT = "select " + COLUMNS + "false as known from work.login ";
  private static final byte[] NO_ADDRESS = {};

  Optional<Login> find(String username) {
    return find(username, NO_ADDRESS);
  }

  /** In one statement, so that it takes as long for a name that is not known. */
  Optional<Login> find(String username, byte[] addressHash) {
    return database
        .sql(
            "select "
                + COLUMNS
                + """
                exists (select from work.known_address k
                        where k.login_id = l.login_id and k.address_hash = ?) as known
                from work.login l where name_hash = ?
                """)
        .param(addressHash)
        .param(hash(username))
        .query((row, number) -> login(username, row))
        .optional();
  }

  Optional<Login> find(UUID id) {
    return database
        .sql(SELECT + "where login_id = ?")
        .param(id)
        .query((row, number) -> login(row.getString("username"), row))
        .optional();
  }

  boolean hasLogin(Role role, UUID person) {
    return database
        .sql("select exists (select from work.login where role = ? and person = ?)")
        .params(role.name(), person)
        .query(Boolean.class)
        .single();
  }

  /** Whether the name was free, and the person without a login. */
  boolean insert(NewLogin login) {
    return write(login, "on conflict do nothing") == 1;
  }

  /** All tokens of the login that was there before end. */
  void replace(NewLogin login) {
    write(
        login,
        """
        on conflict (name_hash) do update
        set username = excluded.username, password = excluded.password, role = excluded.role,
            person = excluded.person, demo = excluded.demo, enabled = true,
            generation = login.generation + 1
        """);
  }

  /**
   * Sets another password; all earlier tokens end, and with them a link by which somebody could set
   * yet another. Answers the generation of the next ones.
   */
  int changePassword(UUID id, String encoded) {
    return database
        .sql(
            LINKS_END
                + "update work.login set password = ?, generation = generation + 1"
                + " where login_id = ? returning generation")
        .params(id, encoded, id)
        .query(Integer.class)
        .single();
  }

  /** Stores the same password as it is encoded now. */
  void encodeAnew(Login login, String encoded) {
    database
        .sql("update work.login set password = ? where login_id = ? and password = ?")
        .params(encoded, login.id(), login.password())
        .update();
  }

  /** All tokens and links end with it. Answers whether that changed anything. */
  boolean setEnabled(UUID id, boolean enabled) {
    return database
            .sql(
                LINKS_END
                    + "update work.login set enabled = ?, generation = generation + 1"
                    + " where login_id = ? and enabled <> ?")
            .params(id, enabled, id, enabled)
            .update()
        == 1;
  }

  void remember(UUID id, byte[] addressHash) {
    database
        .sql(
            """
            insert into work.known_address (login_id, address_hash, seen_at) values (?, ?, now())
            on conflict (login_id, address_hash) do update set seen_at = now()
            where known_address.seen_at < now() - interval '1 day'
            """)
        .params(id, addressHash)
        .update();
  }

  List<LoginView> page(@Nullable Role role, long before, int limit) {
    return database
        .sql(
            """
            select login_id, number, username, role, person, demo, enabled, created_at
            from work.login where number < ? and role like ? order by number desc limit ?
            """)
        .params(before, role == null ? "%" : role.name(), limit)
        .query((row, number) -> LoginView.of(row))
        .list();
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

  private int write(NewLogin login, String onConflict) {
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

  byte[] hash(String username) {
    return hashes.of("login", username);
  }

  byte[] addressHash(String address) {
    return hashes.of("login-address", address);
  }

  private static @Nullable String inClear(NewLogin login) {
    return login.demo() || login.role() != Role.PATIENT ? login.username() : null;
  }

  private static Login login(@Nullable String username, ResultSet row) throws SQLException {
    return new Login(
        row.getObject("login_id", UUID.class),
        username,
        row.getString("password"),
        Role.valueOf(row.getString("role")),
        row.getObject("person", UUID.class),
        row.getBoolean("demo"),
        row.getInt("generation"),
        row.getBoolean("enabled"),
        row.getBoolean("known"));
  }
}
