package medic.query.rebuild;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.query.processing.Threads;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the next chunk while the one before is handled. */
final class ReadAhead implements AutoCloseable {

  private static final int STOP_SECONDS = 5;

  private final ScheduledExecutorService thread = Threads.one("rebuild-reader");
  private final PastReader reader;
  private final long last;
  private Future<List<TrackedEventMessage<?>>> following;

  ReadAhead(PastReader reader, long last) {
    this.reader = reader;
    this.last = last;
    this.following = thread.submit(() -> reader.next(last));
  }

  /** Nothing when there are no more. */
  List<TrackedEventMessage<?>> next() {
    List<TrackedEventMessage<?>> chunk = get();
    if (!chunk.isEmpty()) {
      following = thread.submit(() -> reader.next(last));
    }
    return chunk;
  }

  private List<TrackedEventMessage<?>> get() {
    try {
      return following.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stopped(Stopped.Why.SHUTDOWN);
    } catch (ExecutionException failed) {
      throw new RebuildFailed(failed);
    }
  }

  /** Returns once the reader is not used any more. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new RebuildFailed("the log is read still");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
