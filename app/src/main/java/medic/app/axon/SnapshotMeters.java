package medic.app.axon;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import medic.booking.deciding.SnapshotCounts;

/** What became of snapshots on this node, as {@code medic.snapshots} by {@code outcome}. */
final class SnapshotMeters implements MeterBinder {

  static final String NAME = "medic.snapshots";

  private final SnapshotCounts snapshots;

  SnapshotMeters(SnapshotCounts snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "taken", SnapshotCounts::taken);
    count(registry, "failed", SnapshotCounts::failed);
    count(registry, "unreadable", SnapshotCounts::unreadable);
  }

  private void count(MeterRegistry to, String outcome, ToDoubleFunction<SnapshotCounts> value) {
    FunctionCounter.builder(NAME, snapshots, value).tag("outcome", outcome).register(to);
  }
}
