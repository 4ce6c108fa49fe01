package medic.personal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Keys in {@code keys.patient_key}, wrapped by the master key and cached for a minute. Each access
 * takes a connection of its own, outside any transaction of the caller: give it a data source that
 * callers inside a transaction do not exhaust.
 */
public final class JdbcPatientKeys implements PatientKeys {

  /** The channel on which processes tell each other whose key they destroyed. */
  public static final String DESTROYED = "patient_key_destroyed";

  private static final Duration CACHED_FOR = Duration.ofSeconds(60);
  private static final int CACHED_KEYS = 50_000;

  /** Nobody: a key of its own tells which master key the store is under. */
  static final UUID PROBE = new UUID(0, 0);

  /** Nobody either: {@link KeyedHashes} are made with this key. */
  static final UUID HASHES = new UUID(0, 1);

  private static final Set<UUID> NOBODY = Set.of(PROBE, HASHES);

  private static final String INSERT =
      "insert into keys.patient_key (subject, wrapped) values (?, ?)"
          + " on conflict (subject) do nothing";
  static final String SELECT = "select wrapped from keys.patient_key where subject = ?";
  private static final String SELECT_MANY =
      "select subject, wrapped from keys.patient_key where subject = any(?)";
  private static final String SELECT_DESTROYED =
      "select subject from keys.patient_key where subject = any(?) and wrapped is null";
  private static final String SELECT_PROBE = SELECT + " for share";
  private static final String DESTROY =
      "insert into keys.patient_key (subject, wrapped, destroyed_at) values (?, null, ?)"
          + " on conflict (subject) do update"
          + " set wrapped = null, destroyed_at = excluded.destroyed_at"
          + " where patient_key.destroyed_at is null";
  private static final String DESTROYED_AT =
      "select destroyed_at from keys.patient_key where subject = ?";
  private static final String TELL = "select pg_notify('" + DESTROYED + "', ?)";

  private final DataSource dataSource;
  private final MasterKeys master;
  private final SQLExceptionTranslator translator =
      new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
  private final LoadingCache<UUID, PatientKey> cache;

  public JdbcPatientKeys(DataSource dataSource, MasterKeys master) {
    this(dataSource, master, Ticker.systemTicker());
  }

  JdbcPatientKeys(DataSource dataSource, MasterKeys master, Ticker ticker) {
    this.dataSource = dataSource;
    this.master = master;
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(CACHED_FOR)
            .maximumSize(CACHED_KEYS)
            .ticker(ticker)
            .build(this::read);
  }

  @Override
  public SecretKey forSealing(UUID subject) {
    PatientKey known = cache.getIfPresent(subject);
    PatientKey key = known == null ? readOrCreate(subject) : known;
    if (key instanceof PatientKey.Usable usable) {
      return usable.key();
    }
    throw new SubjectErasedException(subject);
  }

  @Override
  public PatientKey forOpening(UUID subject) {
    return cache.get(subject);
  }

  @Override
  public void fetch(Collection<UUID> subjects) {
    List<UUID> unknown =
        subjects.stream().filter(subject -> cache.getIfPresent(subject) == null).toList();
    if (!unknown.isEmpty()) {
      withConnection(
          connection -> {
            fetch(connection, unknown);
            return true;
          });
    }
  }

  /** One that was destroyed meanwhile may have been forgotten before it was put. */
  private void fetch(Connection connection, List<UUID> subjects) throws SQLException {
    boolean seen = false;
    try {
      cache.putAll(select(connection, subjects));
      cache.invalidateAll(destroyed(connection, subjects));
      seen = true;
    } finally {
      if (!seen) {
        cache.invalidateAll(subjects);
      }
    }
  }

  /** One that cannot be unwrapped is not fetched: whoever asks for it alone hears why. */
  private void put(Map<UUID, PatientKey> keys, UUID subject, byte @Nullable [] wrapped) {
    try {
      keys.put(subject, unwrapped(subject, wrapped));
    } catch (WrongMasterKeyException damagedOrRotated) {
      keys.remove(subject);
    }
  }

  private static List<UUID> destroyed(Connection connection, List<UUID> among) throws SQLException {
    List<UUID> destroyed = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_DESTROYED)) {
      select.setArray(1, connection.createArrayOf("uuid", among.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          destroyed.add(row.getObject(1, UUID.class));
        }
      }
    }
    return destroyed;
  }

  private Map<UUID, PatientKey> select(Connection connection, List<UUID> subjects)
      throws SQLException {
    Map<UUID, PatientKey> keys = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_MANY)) {
      select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          put(keys, row.getObject(1, UUID.class), row.getBytes(2));
        }
      }
    }
    return keys;
  }

  /**
   * Destroys a subject's key, for good: whatever is sealed under it reads as erased from now on,
   * and nothing can be sealed for the subject again. Other processes are told with the same commit.
   *
   * @return when it was destroyed: {@code at}, to the microsecond, or else the first time
   */
  public Instant destroy(UUID subject, Instant at) {
    if (NOBODY.contains(subject)) {
      throw new IllegalArgumentException("a key of the system's own is not destroyed");
    }
    Instant destroyedAt =
        withConnection(
            connection -> {
              connection.setAutoCommit(false);
              Instant time = destroy(connection, subject, at);
              connection.commit();
              return time;
            });
    forget(subject);
    return destroyedAt;
  }

  private static Instant destroy(Connection connection, UUID subject, Instant at)
      throws SQLException {
    try (PreparedStatement destroy = connection.prepareStatement(DESTROY);
        PreparedStatement tell = connection.prepareStatement(TELL);
        PreparedStatement when = connection.prepareStatement(DESTROYED_AT)) {
      destroy.setObject(1, subject);
      destroy.setTimestamp(2, Timestamp.from(at));
      destroy.executeUpdate();
      tell.setString(1, subject.toString());
      tell.execute();
      when.setObject(1, subject);
      try (ResultSet row = when.executeQuery()) {
        row.next();
        return row.getTimestamp(1).toInstant();
      }
    }
  }

  /** Forgets a key that was destroyed elsewhere. */
  public void forget(UUID subject) {
    cache.invalidate(subject);
  }

  /** Forgets all keys: word of destroyed ones may have been missed. */
  public void forgetAll() {
    cache.invalidateAll();
  }

  /**
   * Checks that the master key is the one this store was filled under; the first caller ever fixes
   * it.
   *
   * @throws WrongMasterKeyException when it is another one
   */
  public void verifyMaster() {
    readOrCreate(PROBE);
  }

  private PatientKey readOrCreate(UUID subject) {
    return withConnection(
        connection -> {
          Optional<PatientKey> stored = select(connection, subject);
          if (stored.isEmpty()) {
            insert(connection, subject);
            stored = select(connection, subject);
          }
          PatientKey key = stored.orElseThrow(() -> new MissingPatientKeyException(subject));
          cache.put(subject, key);
          return key;
        });
  }

  private PatientKey read(UUID subject) {
    return withConnection(connection -> select(connection, subject))
        .orElseThrow(() -> new MissingPatientKeyException(subject));
  }

  private Optional<PatientKey> select(Connection connection, UUID subject) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(unwrapped(subject, row.getBytes(1))) : Optional.empty();
      }
    }
  }

  private PatientKey unwrapped(UUID subject, byte @Nullable [] wrapped) {
    return wrapped == null
        ? new PatientKey.Destroyed()
        : new PatientKey.Usable(unwrap(subject, wrapped));
  }

  private SecretKey unwrap(UUID subject, byte[] wrapped) {
    try {
      return master.current().unwrap(subject, wrapped);
    } catch (WrongMasterKeyException perhapsRotated) {
      return master.refreshed().unwrap(subject, wrapped);
    }
  }

  /** Holds the probe meanwhile, so that no rotation passes by a key wrapped under the old epoch. */
  private void insert(Connection connection, UUID subject) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement probe = connection.prepareStatement(SELECT_PROBE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      probe.setObject(1, PROBE);
      try (ResultSet row = probe.executeQuery()) {
        if (row.next()) {
          unwrap(PROBE, row.getBytes(1));
        }
      }
      insert.setObject(1, subject);
      insert.setBytes(2, master.current().newWrappedKey(subject));
      insert.executeUpdate();
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private <T> T withConnection(SqlWork<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(true);
      return work.on(connection);
    } catch (SQLException failure) {
      DataAccessException translated = translator.translate("patient keys", null, failure);
      throw translated == null ? new IllegalStateException(failure) : translated;
    }
  }

  private interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
  }
}
