package medic.query;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event store whose streams say when there is something to read. Axon's embedded store does not,
 * and a pooled processor then looks twice a second only. One thread waits at the store's head and
 * wakes all processors.
 */
final class PromptSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PromptSource.class);
  private static final int PAUSE_MILLIS = 20;

  private final StreamableMessageSource<TrackedEventMessage<?>> store;
  private final Gathering gathering;
  private final Set<Runnable> sleepers = new CopyOnWriteArraySet<>();
  private final AtomicBoolean watching = new AtomicBoolean();
  private final Thread watcher = new Thread(this::watch, "read-models-wake");

  PromptSource(StreamableMessageSource<TrackedEventMessage<?>> store, Gathering gathering) {
    this.store = store;
    this.gathering = gathering;
    watcher.setDaemon(true);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken from) {
    return new PromptStream(store.openStream(from));
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
  public TrackingToken createTokenAt(java.time.Instant time) {
    return store.createTokenAt(time);
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

  private final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private Runnable sleeper = () -> {};

    PromptStream(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public java.util.Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      sleeper = callback;
      return stream.setOnAvailableCallback(callback) || wakeLater(callback);
    }

    @Override
    public void close() {
      sleepers.remove(sleeper);
      stream.close();
    }
  }
}
