package medic.query.rebuild;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.query.rows.Rebuildable;
import org.springframework.stereotype.Component;

/** Compares read models with what the log says, while everything goes on. */
@Component
public class Checks {

  private static final Duration COVERED_WITHIN = Duration.ofSeconds(60);

  private final Map<String, Rebuildable> models;
  private final Workshop workshop;
  private final SnapshotTokens tokens;
  private final CheckTable checks;
  private final Clock clock;

  Checks(
      List<Rebuildable> models,
      Workshop workshop,
      SnapshotTokens tokens,
      CheckTable checks,
      Clock clock) {
    this.models =
        models.stream().collect(Collectors.toMap(Rebuildable::group, Function.identity()));
    this.workshop = workshop;
    this.tokens = tokens;
    this.checks = checks;
    this.clock = clock;
  }

  /** One of the same read model is under way, on this node or another. */
  public static final class UnderWay extends RuntimeException {
    UnderWay(String name) {
      super(name + " is being checked already");
    }
  }

  /**
   * Replays the log into a copy and compares it with the read model as of the same position, row by
   * row. What is found is kept.
   *
   * @param told is told how many events have been replayed, now and then
   * @throws UnderWay when it is being checked already
   */
  public CheckView check(String name, Consumer<Long> told) {
    Rebuildable model = Objects.requireNonNull(models.get(name), name);
    try (LongSession session = new LongSession(workshop.source())) {
      if (!isLocked(session, name)) {
        throw new UnderWay(name);
      }
      NextTables copy = new NextTables(model.rowTables(), NextTables.CHECK, true);
      try {
        CheckView found = check(model, copy, session, told);
        checks.store(name, found);
        return found;
      } finally {
        copy.drop(session);
        unlock(session, name);
      }
    } catch (SQLException failed) {
      throw new RebuildFailed(failed);
    }
  }

  private CheckView check(
      Rebuildable model, NextTables copy, LongSession session, Consumer<Long> told)
      throws SQLException {
    copy.create(session);
    PastFold fold =
        new PastFold(
            model,
            NextTables.CHECK,
            workshop.deadLetters().historyOf(model.group()),
            session,
            Fence.NONE,
            workshop.source(),
            workshop.rowsInMemory());
    try (PastReader reader = workshop.log().fromTheFirst();
        LongSession reading = new LongSession(workshop.source())) {
      fold.take(reader, workshop.log().head(), events -> told.accept(reader.position()));
      awaitCovers(model.group(), reader);
      Comparison comparison = new Comparison(model.rowTables());
      long[] position = {-1};
      reading.inSnapshot(
          () -> {
            position[0] = catchUp(model.group(), reader, fold, reading);
            fold.write();
            comparison.compare(reading, session);
          });
      return comparison.view(clock.instant(), position[0]);
    }
  }

  /** The copy gets to where the read model is in the snapshot, and no further. */
  private long catchUp(String group, PastReader reader, PastFold fold, LongSession reading)
      throws SQLException {
    var reached = tokens.in(reading, group);
    if (reached != null) {
      for (var chunk = reader.upTo(reached); !chunk.isEmpty(); chunk = reader.upTo(reached)) {
        fold.take(chunk);
      }
    }
    return Positions.position(reached);
  }

  private void awaitCovers(String group, PastReader reader) {
    long deadline = System.nanoTime() + COVERED_WITHIN.toNanos();
    while (!reader.isCoveredBy(workshop.positions().token(group))) {
      if (System.nanoTime() > deadline) {
        throw new RebuildFailed(group + " is too far behind to be checked");
      }
      Control.pause(Duration.ofMillis(50));
    }
  }

  private static boolean isLocked(LongSession session, String name) throws SQLException {
    return session.texts("select pg_try_advisory_lock(" + lock(name) + ")").get(0).equals("t");
  }

  private static void unlock(LongSession session, String name) throws SQLException {
    session.texts("select pg_advisory_unlock(" + lock(name) + ")");
  }

  private static String lock(String name) {
    return "hashtext('medic check'), hashtext('" + name + "')";
  }
}
