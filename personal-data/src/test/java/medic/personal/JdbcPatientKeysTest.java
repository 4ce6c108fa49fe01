package medic.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
