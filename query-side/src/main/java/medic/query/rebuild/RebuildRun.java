package medic.query.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import medic.deadletters.HistoryHandler;
import medic.query.rows.Rebuildable;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one read model, from wherever its making stands. */
final class RebuildRun {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
  private static final Duration LOOK = Duration.ofMillis(200);

  /** How far it may be behind when the switch is tried: what it makes up for in a moment. */
  private static final long NEAR = 2_000;

  private final Rebuild run;
  private final Rebuildable model;
  private final Workshop workshop;
  private final Control control;
  private final Fence fence;
  private final NextTables tables;

  RebuildRun(Rebuild run, Rebuildable model, Workshop workshop, Control control) {
    this.run = run;
    this.model = model;
    this.workshop = workshop;
    this.control = control;
    this.fence = new RunFence(run, control);
    this.tables = NextTables.next(model.rowTables());
  }

  /**
   * @throws Stopped when it is to end before it is done
   */
  void toTheEnd() throws SQLException {
    try (LongSession session = new LongSession(workshop.source())) {
      control.watch(session);
      tables.dropOld(session);
      if (!isOurs() || !tables.exist(session)) {
        fromTheFirstEvent(session);
      }
      catchUp(session);
      tables.dropOld(session);
    } finally {
      control.watch(null);
    }
  }

  /** Whether what there is was made as this program makes it. */
  private boolean isOurs() {
    return run.state().isCatchingUp() && Objects.equals(run.version(), model.version());
  }

  /** Nothing is left of it. */
  void clean() {
    String next = NextGroup.nameOf(run.name());
    workshop
        .transactions()
        .executeWithoutResult(
            status -> {
              workshop.rebuilds().mustBe(run);
              workshop.jdbc().update("delete from work.token_entry where processor_name = ?", next);
              workshop.deadLetters().forget(next);
              tables.drops().forEach(workshop.jdbc()::execute);
            });
  }

  private void fromTheFirstEvent(LongSession session) throws SQLException {
    HistoryHandler handlers = workshop.deadLetters().historyOf(run.name());
    try {
      fold(session, handlers);
    } catch (SQLException | RuntimeException fault) {
      control.check();
      if (fault instanceof Stopped || handlers.mayPass(fault)) {
        throw fault;
      }
      LOG.warn("{} cannot be filled at once, and is filled batch by batch", run.name());
      begin(session);
      index(session);
      catchUpFrom(null, workshop.deadLetters().historyOf(run.name()));
    }
  }

  private void fold(LongSession session, HistoryHandler handlers) throws SQLException {
    begin(session);
    PastFold fold =
        new PastFold(
            model,
            NextTables.NEXT,
            handlers,
            session,
            fence,
            workshop.source(),
            workshop.rowsInMemory());
    TrackingToken reached = read(fold);
    workshop.rebuilds().enter(run, RebuildState.WRITING);
    fold.write();
    index(session);
    catchUpFrom(reached, handlers);
  }

  private void begin(LongSession session) throws SQLException {
    workshop.rebuilds().begin(run, model.version());
    clean();
    session.together(
        () -> {
          fence.hold(session);
          tables.create(session);
        });
  }

  private @Nullable TrackingToken read(PastFold fold) throws SQLException {
    long head = workshop.log().head();
    Rate rate = new Rate();
    try (PastReader reader = workshop.log().fromTheFirst()) {
      fold.take(
          reader,
          head,
          events -> {
            rate.handled(events);
            control.tell(rate.at(reader.position(), head));
          });
      return reader.reached();
    }
  }

  private void index(LongSession session) throws SQLException {
    session.together(
        () -> {
          fence.hold(session);
          tables.dropParts(session);
        });
    tables.complete(session, fence);
  }

  /** From here on another node could go on. */
  private void catchUpFrom(@Nullable TrackingToken reached, HistoryHandler handlers) {
    String next = NextGroup.nameOf(run.name());
    workshop
        .transactions()
        .executeWithoutResult(
            status -> {
              workshop.rebuilds().enter(run, RebuildState.CATCHING_UP);
              workshop.tokens().initializeTokenSegments(next, 1, reached);
              handlers.parkAs(next);
              workshop.rebuilds().parked(run, handlers.parked());
            });
  }

  private void catchUp(LongSession session) throws SQLException {
    Switch change =
        new Switch(
            run,
            control,
            model.version(),
            tables,
            workshop.positions(),
            workshop.deadLetters(),
            workshop.jdbc(),
            workshop.transactions());
    try (NextGroup next =
        new NextGroup(
            run.name(),
            workshop.deadLetters(),
            workshop.axon().getObject(),
            workshop.events().getObject(),
            workshop.jdbc())) {
      next.start();
      while (!isSwitched(next, change, session)) {
        Control.pause(LOOK);
      }
    }
  }

  private boolean isSwitched(NextGroup next, Switch change, LongSession session)
      throws SQLException {
    control.check();
    if (!isNear()) {
      return false;
    }
    if (!tables.haveTheShape(session)) {
      throw new RebuildFailed("the tables that are read have another shape than before");
    }
    if (change.attempt(next)) {
      return true;
    }
    next.start(); // it may have been stopped for the switch
    return false;
  }

  private boolean isNear() {
    long position = workshop.positions().position(NextGroup.nameOf(run.name()));
    long head = workshop.log().head();
    Progress before = control.progress();
    long more = Math.max(0, position - before.position());
    control.tell(new Progress(before.events() + more, position, head, before.eventsPerSecond()));
    return head - position < NEAR;
  }
}
