package medic.query.rebuild;

import java.util.List;
import java.util.Optional;
import medic.events.operation.RebuildOrder;
import medic.http.Caller;
import medic.http.OperationLog;
import medic.query.rows.Rebuildable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders about the making of read models, each on record before it is obeyed. */
@Component
public final class Rebuilds {

  private static final String ASKED = "asked";

  private final List<String> names;
  private final RebuildTable rebuilds;
  private final OperationLog record;

  Rebuilds(List<Rebuildable> models, RebuildTable rebuilds, OperationLog record) {
    this.names = models.stream().map(Rebuildable::group).sorted().toList();
    this.rebuilds = rebuilds;
    this.record = record;
  }

  /** The names of all read models. */
  public List<String> names() {
    return names;
  }

  /** The last one of a read model. */
  public Optional<RebuildView> of(String name) {
    return rebuilds.of(name).map(RebuildView::of);
  }

  /**
   * Some node begins with it within a second.
   *
   * @param caller who orders it; null for who runs the program itself
   * @return false where one is under way, which goes on
   */
  public boolean start(@Nullable Caller caller, String name) {
    if (isUnderWay(name)) {
      return false;
    }
    record.rebuildOrdered(caller, name, RebuildOrder.START);
    return rebuilds.ask(name, ASKED);
  }

  /** Answers false where none is under way. */
  public boolean pause(Caller caller, String name) {
    return want(caller, name, RebuildOrder.PAUSE, Wanted.PAUSE);
  }

  /** Answers false where none is under way. */
  public boolean resume(Caller caller, String name) {
    return want(caller, name, RebuildOrder.RESUME, Wanted.RUN);
  }

  /** What is read stays. Answers false where none is under way. */
  public boolean cancel(Caller caller, String name) {
    return want(caller, name, RebuildOrder.CANCEL, Wanted.CANCEL);
  }

  private boolean want(Caller caller, String name, RebuildOrder order, Wanted wanted) {
    if (!isUnderWay(name)) {
      return false;
    }
    record.rebuildOrdered(caller, name, order);
    return rebuilds.want(name, wanted);
  }

  private boolean isUnderWay(String name) {
    return rebuilds.of(name).filter(rebuild -> !rebuild.state().isOver()).isPresent();
  }
}
