package medic.app.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which tokens a login still takes. Read from the database, remembered for seconds, and forgotten
 * as soon as any process tells of a change; while nothing would be heard, nothing is remembered.
 */
final class LoginStates {

  static final String CHANNEL = "medic_login";

  /** So long at most is a change unknown that was told on a connection that hangs. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int MAX_ENTRIES = 100_000;

  /** A login as tokens are judged by it; of one that is gone none is taken. */
  private record State(boolean enabled, int generation, Set<UUID> signedOut) {

    private static final State GONE = new State(false, 0, Set.of());

    boolean takes(Session token) {
      return enabled && generation == token.generation() && !signedOut.contains(token.tokenId());
    }
  }

  private final JdbcClient database;
  private final BooleanSupplier listening;
  private final LoadingCache<UUID, State> known;

  LoginStates(JdbcClient database, BooleanSupplier listening) {
    this.database = database;
    this.listening = listening;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(REMEMBERED)
            .build(this::read);
  }

  /** What is remembered lets in; it never shuts out: a token may be younger than what is known. */
  boolean take(Session token) {
    UUID login = token.loginId();
    if (!listening.getAsBoolean()) {
      return read(login).takes(token);
    }
    if (known.get(login).takes(token)) {
      return true;
    }
    forget(login);
    return known.get(login).takes(token);
  }

  /** The token is taken no more, by any process. */
  void signOut(Session token) {
    database
        .sql(
            """
            insert into work.signed_out (token_id, login_id, expires_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(token.tokenId(), token.loginId(), java.sql.Timestamp.from(token.expiresAt()))
        .update();
    forget(token.loginId());
  }

  void forget(UUID login) {
    known.invalidate(login);
  }

  void forgetAll() {
    known.invalidateAll();
  }

  private State read(UUID login) {
    Set<UUID> signedOut =
        database
            .sql("select token_id from work.signed_out where login_id = ?")
            .param(login)
            .query(UUID.class)
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableSet());
    return database
        .sql("select enabled, generation from work.login where login_id = ?")
        .param(login)
        .query(
            (row, number) ->
                new State(row.getBoolean("enabled"), row.getInt("generation"), signedOut))
        .optional()
        .orElse(State.GONE);
  }
}
