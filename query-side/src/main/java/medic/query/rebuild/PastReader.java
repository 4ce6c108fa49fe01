package medic.query.rebuild;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import medic.query.processing.ProcessedPositions;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the log from its first event on, a chunk at a time. */
final class PastReader implements AutoCloseable {

  private static final int CHUNK = 1_000;
  private static final int PATIENCE_SECONDS = 2;
  private static final int REMEMBERED = 1 << 17;

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final BitSet taken = new BitSet(REMEMBERED);
  private long newest = -1;
  private volatile @Nullable TrackingToken reached;

  PastReader(EventStore events) {
    this(events.openStream(null));
  }

  PastReader(BlockingStream<TrackedEventMessage<?>> stream) {
    this.stream = stream;
  }

  /** Some events that follow, none after a position; nothing when there are no more of them. */
  List<TrackedEventMessage<?>> next(long last) {
    return read(() -> position() < last, event -> true);
  }

  /**
   * Some of the events that a token has seen and this reader has not: all of them after some calls,
   * and then none. A gap that the token does not know of is waited for a moment: it may be
   * nobody's.
   */
  List<TrackedEventMessage<?>> upTo(TrackingToken token) {
    long last = Positions.position(token);
    long patient = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    return read(
        () -> position() < last || !covers(token) && System.nanoTime() < patient,
        event -> ProcessedPositions.seen(token, EventPlaces.position(event)));
  }

  private boolean covers(TrackingToken token) {
    TrackingToken here = reached;
    return here != null && here.covers(token);
  }

  /** Whether a token has seen all that this reader has taken. */
  boolean isCoveredBy(@Nullable TrackingToken token) {
    if (Positions.position(token) < position()) {
      return false;
    }
    return !(token instanceof GapAwareTrackingToken gaps)
        || gaps.getGaps().stream().noneMatch(this::hasTaken);
  }

  /** Of long ago nothing is known: what a token has not seen then, it never will. */
  private boolean hasTaken(long position) {
    return position > newest - REMEMBERED && taken.get((int) (position % REMEMBERED));
  }

  private List<TrackedEventMessage<?>> read(
      BooleanSupplier more, Predicate<TrackedEventMessage<?>> wanted) {
    List<TrackedEventMessage<?>> chunk = new ArrayList<>(CHUNK);
    try {
      while (chunk.size() < CHUNK
          && more.getAsBoolean()
          && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        reached = event.trackingToken();
        remember(EventPlaces.position(event));
        if (wanted.test(event)) {
          chunk.add(event);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stopped(Stopped.Why.SHUTDOWN);
    }
    return chunk;
  }

  /** In a ring: a place is used again when it is of long ago. */
  private void remember(long position) {
    for (long passed = newest + 1; passed < position; passed++) {
      taken.clear((int) (passed % REMEMBERED));
    }
    if (position > newest - REMEMBERED) {
      taken.set((int) (position % REMEMBERED));
    }
    newest = Math.max(newest, position);
  }

  /** After the last event that was read; null before the first. */
  @Nullable TrackingToken reached() {
    return reached;
  }

  long position() {
    return Positions.position(reached);
  }

  @Override
  public void close() {
    stream.close();
  }
}
