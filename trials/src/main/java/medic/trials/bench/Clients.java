package medic.trials.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Some clients that each do one thing after the other for a while. */
final class Clients implements AutoCloseable {

  /** What a client does. */
  interface Step {
    void once() throws Exception;
  }

  /** A client: what it does over and over, and the connection it does that on. */
  record Work(AutoCloseable connection, Step step) {}

  /** Makes each client's work. */
  interface Worker {
    Work of(int client) throws Exception;
  }

  private final ExecutorService threads;
  private final int count;
  private final Worker worker;

  Clients(int count, Worker worker) {
    threads = Executors.newFixedThreadPool(count);
    this.count = count;
    this.worker = worker;
  }

  /** Connections are new each time: a server closes those that wait for their turn too long. */
  Rate run(Duration length) throws Exception {
    List<Work> works = new ArrayList<>();
    try {
      for (int client = 0; client < count; client++) {
        works.add(worker.of(client));
      }
      return run(works, length);
    } finally {
      for (Work work : works) {
        work.connection().close();
      }
    }
  }

  private Rate run(List<Work> works, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    List<Future<long[]>> results = new ArrayList<>();
    for (Work work : works) {
      results.add(threads.submit(() -> repeat(work, end)));
    }
    LongStream all = LongStream.empty();
    for (Future<long[]> result : results) {
      all = LongStream.concat(all, Arrays.stream(result.get()));
    }
    return Rate.of(all.toArray(), length.toNanos() / 1e9);
  }

  private static long[] repeat(Work work, long end) throws Exception {
    long[] nanos = new long[1024];
    int done = 0;
    for (long started = System.nanoTime(); started < end; ) {
      work.step().once();
      long now = System.nanoTime();
      if (done == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * done);
      }
      nanos[done++] = now - started;
      started = now;
    }
    return Arrays.copyOf(nanos, done);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
