package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("server")
class JdbcPatientKeysTest {

  private static final MasterKey MASTER = MasterKey.ofKeyset(MasterKey.newKeyset());
  private static KeyDatabase store;
  private static DataSource database;

  private final UUID subject = UUID.randomUUID();
  private final AtomicLong nanos = new AtomicLong();
  private final JdbcPatientKeys keys =
      new JdbcPatientKeys(database, MasterKeys.fixed(MASTER), nanos::get);

  @BeforeAll
  static void startDatabase() throws Exception {
    store = KeyDatabase.start();
    database = store.dataSource();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    store.close();
  }

  @Test
  void aKeyIsMadeOnceAndFoundByAnotherProcess() {
    SecretKey made = keys.forSealing(subject);

    JdbcPatientKeys elsewhere = new JdbcPatientKeys(database, MasterKeys.fixed(MASTER));
    assertThat(elsewhere.forOpening(subject)).isEqualTo(new PatientKey.Usable(made));
    assertThat(elsewhere.forSealing(subject)).isEqualTo(made);
  }

  @Test
  void aKeyOutlivesTheRolledBackTransactionOfItsCaller() throws Exception {
    try (Connection caller = database.getConnection()) {
      caller.setAutoCommit(false);
      caller.createStatement().execute("select 1");
      keys.forSealing(subject);
      caller.rollback();
    }
    assertThat(new JdbcPatientKeys(database, MasterKeys.fixed(MASTER)).forOpening(subject))
        .isInstanceOf(PatientKey.Usable.class);
  }

  @Test
  void simultaneousFirstSealsAgreeOnOneKey() throws Exception {
    int racers = 16;
    CyclicBarrier barrier = new CyclicBarrier(racers);
    List<Callable<SecretKey>> race =
        IntStream.range(0, racers)
            .<Callable<SecretKey>>mapToObj(
                i ->
                    () -> {
                      JdbcPatientKeys process =
                          new JdbcPatientKeys(database, MasterKeys.fixed(MASTER));
                      barrier.await();
                      return process.forSealing(subject);
                    })
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      List<Future<SecretKey>> made = threads.invokeAll(race);
      SecretKey first = made.get(0).get();
      for (Future<SecretKey> key : made) {
        assertThat(key.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTombstoneReadsAsDestroyedAndSealsNothing() {
    keys.forSealing(subject);
    destroy();
    keys.forget(subject);

    assertThat(keys.forOpening(subject)).isEqualTo(new PatientKey.Destroyed());
    assertThatThrownBy(() -> keys.forSealing(subject)).isInstanceOf(SubjectErasedException.class);
  }

  @Test
  void aKeyDestroyedElsewhereIsForgottenWithinAMinute() {
    keys.forSealing(subject);
    destroy();
    assertThat(keys.forOpening(subject)).isInstanceOf(PatientKey.Usable.class);

    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(keys.forOpening(subject)).isInstanceOf(PatientKey.Destroyed.class);
  }

  @Test
  void anUnknownSubjectIsAFaultEachTime() {
    assertThatThrownBy(() -> keys.forOpening(subject))
        .isInstanceOf(MissingPatientKeyException.class);
    keys.forSealing(subject);
    assertThat(keys.forOpening(subject)).isInstanceOf(PatientKey.Usable.class);
  }

  @Test
  void manyAreFetchedAtOnceAndOneThatIsSpoiltHidesNoOther() {
    List<UUID> many = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), subject);
    List<SecretKey> made = many.stream().map(keys::forSealing).toList();
    JdbcClient.create(database)
        .sql("update keys.patient_key set wrapped = '\\x00'::bytea where subject = ?")
        .param(many.get(1))
        .update();
    destroy();
    JdbcPatientKeys fetching = new JdbcPatientKeys(database, MasterKeys.fixed(MASTER));

    fetching.fetch(Stream.concat(many.stream(), Stream.of(UUID.randomUUID())).toList());

    delete(many.get(0));
    delete(many.get(2));
    assertThat(fetching.forOpening(many.get(0))).isEqualTo(new PatientKey.Usable(made.get(0)));
    assertThat(fetching.forOpening(many.get(2))).isEqualTo(new PatientKey.Usable(made.get(2)));
    assertThat(fetching.forOpening(subject)).isEqualTo(new PatientKey.Destroyed());
    assertThatThrownBy(() -> fetching.forOpening(many.get(1)))
        .isInstanceOf(WrongMasterKeyException.class);
    delete(many.get(1)); // nobody else is to find it
  }

  /** Word of it may have come before the key was put where it is to be forgotten. */
  @Test
  void aKeyThatIsDestroyedWhileManyAreFetchedIsNotKept() {
    keys.forSealing(subject);
    DataSource hooked = beforeStatement("wrapped is null", this::destroy);
    JdbcPatientKeys fetching = new JdbcPatientKeys(hooked, MasterKeys.fixed(MASTER));

    fetching.fetch(List.of(subject));

    assertThat(fetching.forOpening(subject)).isEqualTo(new PatientKey.Destroyed());
  }

  @Test
  void nothingIsKeptOfAFetchThatBrokeOff() {
    keys.forSealing(subject);
    DataSource breaking =
        beforeStatement(
            "wrapped is null",
            () -> {
              throw new IllegalStateException("cut off");
            });
    JdbcPatientKeys fetching = new JdbcPatientKeys(breaking, MasterKeys.fixed(MASTER));

    assertThatThrownBy(() -> fetching.fetch(List.of(subject))).hasMessage("cut off");

    destroy();
    assertThat(fetching.forOpening(subject)).isEqualTo(new PatientKey.Destroyed());
  }

  /** Does something before each statement that has these words in it. */
  private static DataSource beforeStatement(String words, Runnable what) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")
                      && arguments[0].toString().contains(words)) {
                    what.run();
                  }
                  return method.invoke(real, arguments);
                });
      }
    };
  }

  private static void delete(UUID of) {
    JdbcClient.create(database)
        .sql("delete from keys.patient_key where subject = ?")
        .param(of)
        .update();
  }

  @Test
  void anUnreachableStoreIsAFaultAndNotAnErasure() {
    DataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");

    assertThatThrownBy(
            () -> new JdbcPatientKeys(nowhere, MasterKeys.fixed(MASTER)).forOpening(subject))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  @Test
  void anotherMasterKeyIsNoticedAtStart() {
    keys.verifyMaster();
    keys.verifyMaster();
    MasterKey stranger = MasterKey.ofKeyset(MasterKey.newKeyset());

    assertThatThrownBy(
            () -> new JdbcPatientKeys(database, MasterKeys.fixed(stranger)).verifyMaster())
        .isInstanceOf(WrongMasterKeyException.class);
  }

  @Test
  void noKeyIsStoredInClear() {
    byte[] key = keys.forSealing(subject).getEncoded();
    byte[] wrapped = store.wrapped(subject);

    assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
  }

  private void destroy() {
    JdbcClient.create(database)
        .sql("update keys.patient_key set wrapped = null, destroyed_at = now() where subject = ?")
        .param(subject)
        .update();
  }
}
