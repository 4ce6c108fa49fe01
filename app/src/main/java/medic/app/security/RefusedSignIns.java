package medic.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.LoginLog;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts wrong passwords on record: the first with an entry of its own, what follows within a window
 * as one entry with their number. Names that are nobody's are counted alike, and leave none.
 */
final class RefusedSignIns {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIns.class);

  static final Duration WINDOW = Duration.ofMinutes(15);

  private final JdbcClient database;
  private final AccessLog accessLog;
  private final LoginLog loginLog;

  RefusedSignIns(JdbcClient database, AccessLog accessLog, LoginLog loginLog) {
    this.database = database;
    this.accessLog = accessLog;
    this.loginLog = loginLog;
  }

  void note(byte[] nameHash, @Nullable Login login) {
    int count =
        database
            .sql(
                """
                insert into work.refused_sign_in (name_hash, since, count) values (?, now(), 1)
                on conflict (name_hash) do update set count = refused_sign_in.count + 1
                returning count
                """)
            .param(nameHash)
            .query(Integer.class)
            .single();
    if (count == 1 && login != null) {
      putFirst(nameHash, login);
    }
  }

  /** What could not be stored is not counted as stored: the next one is the first. */
  private void putFirst(byte[] nameHash, Login login) {
    try {
      accessLog.loginRefused(login.caller());
    } catch (RuntimeException notStored) {
      delete(nameHash, Integer.MAX_VALUE);
      throw notStored;
    }
  }

  private record Window(byte[] nameHash, int count, Instant since, @Nullable Caller owner) {}

  /** Ends the windows that are over; one that cannot be told of stays, and stops no other. */
  void closeWindows() {
    for (Window window : windowsSince(WINDOW)) {
      try {
        close(window);
      } catch (RuntimeException notStored) {
        LOG.warn("{} wrong passwords are not on record yet", window.count(), notStored);
      }
    }
  }

  private List<Window> windowsSince(Duration window) {
    return database
        .sql(
            """
            select r.name_hash, r.count, r.since, l.role, l.username, l.person
            from work.refused_sign_in r left join work.login l on l.name_hash = r.name_hash
            where r.since < now() - make_interval(secs => ?) limit 1000
            """)
        .param(window.toSeconds())
        .query(
            (row, number) ->
                new Window(
                    row.getBytes("name_hash"),
                    row.getInt("count"),
                    row.getTimestamp("since").toInstant(),
                    owner(
                        row.getString("role"),
                        row.getString("username"),
                        row.getObject("person", UUID.class))))
        .list();
  }

  /**
   * On record first: a process that ends between the two tells it twice rather than never. What was
   * counted meanwhile has a window of its own.
   */
  private void close(Window window) {
    if (window.owner() != null && window.count() > 1) {
      loginLog.signInsRefused(window.owner(), window.count() - 1, window.since());
    }
    database
        .sql("update work.refused_sign_in set count = count - ?, since = now() where name_hash = ?")
        .params(window.count() - 1, window.nameHash())
        .update();
    delete(window.nameHash(), 1);
  }

  private void delete(byte[] nameHash, int atMost) {
    database
        .sql("delete from work.refused_sign_in where name_hash = ? and count <= ?")
        .params(nameHash, atMost)
        .update();
  }

  private static @Nullable Caller owner(
      @Nullable String role, @Nullable String username, @Nullable UUID person) {
    return role == null
        ? null
        : new Caller(Role.valueOf(role), username == null ? "" : username, person);
  }
}
