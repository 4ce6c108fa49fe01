package medic.query.patients;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import medic.contact.PhoneNumbers;
import medic.events.patient.PatientProfile;
import medic.personal.Value;
import medic.query.personal.SealedData;
import medic.query.processing.CatchingUp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What patients are searched by, in the memory of this process: a copy of the read model's
 * profiles, opened. Each search first takes in what the read model has seen since.
 */
@Component
class PatientIndex implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(PatientIndex.class);

  /** Positions that are asked for again, for an event may be handled after one behind it. */
  private static final long OVERLAP = 200;

  /** How long a search waits for another one to take in what is new. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PatientRows rows;
  private final SealedData personal;
  private final PatientWordsIndex words;
  private final Lock taking = new ReentrantLock();

  /** Where each profile that was taken in stands in the log. */
  private final Map<UUID, Long> taken = new HashMap<>();

  /** Those that could not be opened, which a later comparison tries again. */
  private final Set<UUID> unreadable = new HashSet<>();

  private long reached = PatientRows.START;
  private volatile boolean loaded;

  PatientIndex(PatientRows rows, SealedData personal, PhoneNumbers phones) {
    this.rows = rows;
    this.personal = personal;
    this.words = new PatientWordsIndex(new PatientQuery(phones));
  }

  /**
   * @param among whom to look at; null for all
   * @throws medic.http.ApiException 503 while many profiles are yet to be taken in
   */
  PatientWordsIndex.Found find(String asked, int limit, @Nullable Collection<UUID> among) {
    if (!loaded || !isCaughtUp()) {
      throw CatchingUp.behind();
    }
    return words.find(asked, limit, among);
  }

  /** Takes in what was saved since; answers false where that is more than a search can wait for. */
  private boolean isCaughtUp() {
    try {
      if (!taking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return takeNext();
    } finally {
      taking.unlock();
    }
  }

  /** Answers whether that was all. */
  private boolean takeNext() {
    List<PatientRows.Row> next = rows.after(Math.max(PatientRows.START, reached - OVERLAP));
    List<PatientRows.Row> others = next.stream().filter(this::isOther).toList();
    if (!others.isEmpty()) {
      take(others);
      words.show();
    }
    if (!next.isEmpty()) {
      reached = Math.max(reached, next.get(next.size() - 1).position());
    }
    return next.size() < PatientRows.MANY;
  }

  private boolean isOther(PatientRows.Row row) {
    return !Objects.equals(taken.get(row.patient()), row.standing());
  }

  /** Takes in what was saved since, in the order of the log, and lets searches come between. */
  void catchUp() {
    boolean isAll = false;
    while (!isAll) {
      taking.lock();
      try {
        isAll = takeNext();
      } finally {
        taking.unlock();
      }
    }
  }

  /**
   * Takes in all that is other than it was taken: what an event that came late has changed, and at
   * first everything. Searches go on meanwhile, once there has been a first time.
   */
  void compare() {
    Map<UUID, Long> stored = rows.standings();
    List<UUID> others = othersThan(stored);
    for (int from = 0; from < others.size(); from += PatientRows.MANY) {
      takeAnew(others.subList(from, Math.min(from + PatientRows.MANY, others.size())));
    }
    words.tidy();
    loaded = true;
  }

  private List<UUID> othersThan(Map<UUID, Long> stored) {
    taking.lock();
    try {
      Set<UUID> others = new HashSet<>(taken.keySet());
      others.addAll(stored.keySet());
      others.removeIf(patient -> Objects.equals(stored.get(patient), taken.get(patient)));
      others.addAll(unreadable);
      return List.copyOf(others);
    } finally {
      taking.unlock();
    }
  }

  private void takeAnew(List<UUID> patients) {
    taking.lock();
    try {
      List<PatientRows.Row> found = rows.of(patients);
      Set<UUID> gone = new HashSet<>(patients);
      found.forEach(row -> gone.remove(row.patient()));
      gone.forEach(this::forget);
      take(found);
      words.show();
    } finally {
      taking.unlock();
    }
  }

  private void take(List<PatientRows.Row> some) {
    personal.expect(
        some.stream().filter(row -> !row.erased()).map(PatientRows.Row::patient).toList());
    some.forEach(this::take);
  }

  private void take(PatientRows.Row row) {
    PatientProfile profile = row.erased() ? null : opened(row);
    if (profile == null) {
      words.remove(row.patient());
    } else {
      words.put(row.patient(), profile);
    }
    taken.put(row.patient(), row.standing());
  }

  private void forget(UUID patient) {
    words.remove(patient);
    taken.remove(patient);
    unreadable.remove(patient);
  }

  /** One that cannot be read is not found, and all others are. */
  private @Nullable PatientProfile opened(PatientRows.Row row) {
    try {
      Value<PatientProfile> value = personal.open(row.profile(), PatientProfile.class);
      unreadable.remove(row.patient());
      return value instanceof Value.Present<PatientProfile> present ? present.value() : null;
    } catch (DataAccessException away) {
      throw away;
    } catch (RuntimeException fault) {
      if (unreadable.add(row.patient())) {
        LOG.warn("Patient {} is not found: {}", row.patient(), fault.getClass().getSimpleName());
      }
      return null;
    }
  }

  @Override
  public void destroy() {
    words.close();
  }
}
