package medic.query.processing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import medic.deadletters.BatchLimit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event store whose streams say when there is something to read. Axon's embedded store does not,
 * and a pooled processor then looks twice a second only. One thread waits at the store's head and
 * wakes all processors.
 */
public final class NotifiedEventSource implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NotifiedEventSource.class);
  private static final int PAUSE_MILLIS = 20;

  private final StreamableMessageSource<TrackedEventMessage<?>> store;
  private final BatchLinger gathering;
  private final Set<Runnable> sleepers = new CopyOnWriteArraySet<>();
  private final AtomicBoolean watching = new AtomicBoolean();
  private final Thread watcher = new Thread(this::watch, "read-models-wake");

  public NotifiedEventSource(
      StreamableMessageSource<TrackedEventMessage<?>> store, BatchLinger gathering) {
    this.store = store;
    this.gathering = gathering;
    watcher.setDaemon(true);
  }

  /** For one group, which is given no more events than it may be given. */
  public StreamableMessageSource<TrackedEventMessage<?>> within(BatchLimit limit) {
    return new Limited(limit);
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private boolean wakeLater(Runnable sleeper) {
    sleepers.add(sleeper);
    if (watching.compareAndSet(false, true)) {
      watcher.start();
    }
    return true;
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try (BlockingStream<TrackedEventMessage<?>> head =
          store.openStream(store.createHeadToken())) {
        wakeOnEvents(head);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failed) {
        LOG.warn("Cannot watch the event store's head, trying again", failed);
        pause(1_000);
      }
    }
  }

  private void wakeOnEvents(BlockingStream<TrackedEventMessage<?>> head)
      throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      if (head.hasNextAvailable(1, TimeUnit.SECONDS)) {
        gathering.saw(drain(head));
        sleepers.forEach(Runnable::run);
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static int drain(BlockingStream<TrackedEventMessage<?>> head)
      throws InterruptedException {
    int events = 0;
    while (head.hasNextAvailable()) {
      var unused = head.nextAvailable();
      events++;
    }
    return events;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Limited implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final BatchLimit limit;

    Limited(BatchLimit limit) {
      this.limit = limit;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
      return new PromptStream(store.openStream(from), limit);
    }

    @Override
    public TrackingToken createTailToken() {
      return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
      return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
      return store.createTokenAt(time);
    }
  }

  private final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final BatchLimit limit;
    private Runnable sleeper = () -> {};

    PromptStream(BlockingStream<TrackedEventMessage<?>> stream, BatchLimit limit) {
      this.stream = stream;
      this.limit = limit;
      limit.begins(() -> {});
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return limit.isReached() ? Optional.empty() : stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return !limit.isReached() && stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      TrackedEventMessage<?> event = stream.nextAvailable();
      limit.gave();
      return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      sleeper = callback;
      limit.begins(callback);
      return stream.setOnAvailableCallback(callback) || wakeLater(callback);
    }

    @Override
    public void close() {
      sleepers.remove(sleeper);
      stream.close();
    }
  }
}
