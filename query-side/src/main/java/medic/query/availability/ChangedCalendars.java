package medic.query.availability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.query.rows.Generation;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells every process which calendars a batch has changed. PostgreSQL delivers it when the batch
 * commits, and not at all when it fails.
 */
@Component
class ChangedCalendars {

  static final String CHANNEL = "medic_availability";

  /** A notification takes 8000 bytes; an id with its comma 37. */
  private static final int IDS_A_NOTIFICATION = 200;

  private final JdbcTemplate jdbc;

  ChangedCalendars(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void note(UUID calendar) {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    Generation written = Generation.of(batch);
    if (written != null && !written.isRead()) {
      return;
    }
    Set<UUID> changed =
        batch.getOrComputeResource(ChangedCalendars.class.getName(), any -> startIn(batch));
    changed.add(calendar);
  }

  private Set<UUID> startIn(UnitOfWork<?> batch) {
    Set<UUID> changed = new LinkedHashSet<>();
    batch.onPrepareCommit(any -> tell(new ArrayList<>(changed)));
    return changed;
  }

  /** What was told, read back. */
  static Set<UUID> parse(List<String> told) {
    return told.stream()
        .flatMap(ids -> Stream.of(ids.split(",")))
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  private void tell(List<UUID> changed) {
    for (int from = 0; from < changed.size(); from += IDS_A_NOTIFICATION) {
      List<UUID> some = changed.subList(from, Math.min(changed.size(), from + IDS_A_NOTIFICATION));
      String ids = some.stream().map(UUID::toString).collect(Collectors.joining(","));
      jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, ids);
    }
  }
}
