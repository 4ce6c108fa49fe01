package medic.query.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.http.ApiException;
import medic.http.Caller;
import medic.query.processing.Threads;
import medic.query.web.StreamLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells watchers how rebuilds come along: an event {@code progress} with each change, and the end
 * of the stream with the end of the rebuild.
 */
@Component
class RebuildStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildStreams.class);
  private static final long LOOK_MILLIS = 500;
  private static final int LOOKS_A_BEAT = 20;
  private static final StreamLimit LIMIT = new StreamLimit(50, 5);
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final RebuildTable rebuilds;
  private final Map<SseEmitter, Watcher> watchers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread = Threads.one("rebuild-streams");
  private volatile boolean running;
  private int looks;

  RebuildStreams(RebuildTable rebuilds) {
    this.rebuilds = rebuilds;
  }

  private static final class Watcher {
    private final String name;
    private final Caller caller;
    private @Nullable RebuildView told;

    Watcher(String name, Caller caller) {
      this.name = name;
      this.caller = caller;
    }
  }

  /**
   * @throws ApiException when it was never rebuilt, or no stream more can be opened
   */
  synchronized SseEmitter open(String name, Caller caller) {
    if (rebuilds.of(name).isEmpty()) {
      throw ApiException.notFound("rebuild");
    }
    LIMIT.verify(
        watchers.size(),
        watchers.values().stream().filter(other -> other.caller.equals(caller)).count(),
        "Too many watch rebuilds. Ask without the stream.");
    SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
    emitter.onCompletion(() -> watchers.remove(emitter));
    emitter.onTimeout(emitter::complete);
    emitter.onError(lost -> watchers.remove(emitter));
    watchers.put(emitter, new Watcher(name, caller));
    thread.execute(this::look);
    return emitter;
  }

  private void look() {
    try {
      looks++;
      watchers.forEach(this::tell);
    } catch (RuntimeException away) {
      LOG.debug("Cannot look at rebuilds", away);
    }
  }

  private void tell(SseEmitter emitter, Watcher watcher) {
    try {
      RebuildView now = rebuilds.of(watcher.name).map(RebuildView::of).orElse(null);
      if (now == null) {
        emitter.complete();
      } else if (!now.equals(watcher.told)) {
        watcher.told = now;
        emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
      } else if (looks % LOOKS_A_BEAT == 0) {
        emitter.send(SseEmitter.event().comment("still here"));
      }
      if (now != null && now.state().isOver()) {
        emitter.complete();
      }
    } catch (IOException | IllegalStateException gone) {
      watchers.remove(emitter);
      emitter.completeWithError(gone);
    }
  }

  @Override
  public void start() {
    running = true;
    thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
    watchers.keySet().forEach(SseEmitter::complete);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
