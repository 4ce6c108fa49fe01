package medic.query.availability;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import medic.http.ApiException;
import medic.http.Caller;
import medic.query.availability.OpenSlots.Found;
import medic.query.processing.ChannelListener;
import medic.query.web.QueryRefused;
import medic.query.web.StreamLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells subscribers as slots open and close: when a calendar changes, when a hold runs out, and
 * with each heartbeat what the mere passing of time has closed.
 */
@Component
class SlotStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SlotStreams.class);
  private static final int THREADS = 2;
  private static final long GATHER_MILLIS = 50;
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final OpenSlots openSlots;
  private final Clock clock;
  private final StreamLimit limit;
  private final long heartbeatMillis;
  private final ChannelListener listener;
  private final Set<SlotStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS);
  private volatile boolean running;

  SlotStreams(
      OpenSlots openSlots,
      DataSource source,
      Clock clock,
      @Value("${medic.query.streams.most:1000}") int most,
      @Value("${medic.query.streams.most-of-one:20}") int mostOfOne,
      @Value("${medic.query.streams.heartbeat:15s}") Duration heartbeat) {
    this.openSlots = openSlots;
    this.clock = clock;
    this.limit = new StreamLimit(most, mostOfOne);
    this.heartbeatMillis = heartbeat.toMillis();
    this.listener =
        new ChannelListener(
            source,
            ChangedCalendars.CHANNEL,
            told -> changed(ChangedCalendars.parse(told)),
            this::anythingChanged);
    threads.setRemoveOnCancelPolicy(true);
  }

  /**
   * @throws ApiException when the question itself is refused, or nobody more can be served
   */
  SseEmitter open(FindOpenSlots query, Caller caller) {
    Found first = find(query);
    SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
    SlotStream stream = new SlotStream(query, caller, emitter);
    emitter.onCompletion(() -> streams.remove(stream));
    emitter.onTimeout(emitter::complete);
    emitter.onError(lost -> streams.remove(stream));
    admit(stream);
    tell(stream, () -> stream.begin(first));
    stream.looked();
    lookAgain(stream); // what changed between the first look and the subscription
    return emitter;
  }

  /** One at a time, or many at once would all find room for themselves. */
  private synchronized void admit(SlotStream stream) {
    long ofCaller = streams.stream().filter(other -> other.isOf(stream.caller())).count();
    limit.verify(
        streams.size(),
        ofCaller,
        "Too many clients watch availability. Ask for it without the stream.");
    streams.add(stream);
  }

  int count() {
    return streams.size();
  }

  boolean isListening() {
    return listener.isListening();
  }

  @Override
  public void start() {
    running = true;
    listener.start();
    threads.scheduleWithFixedDelay(
        this::beat, heartbeatMillis, heartbeatMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    listener.close();
    threads.shutdownNow();
    streams.forEach(stream -> stream.emitter().complete());
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Found find(FindOpenSlots query) {
    try {
      return openSlots.find(query);
    } catch (QueryRefused refused) {
      throw refused.toProblem();
    }
  }

  private void changed(Set<UUID> calendars) {
    streams.stream().filter(stream -> stream.concerns(calendars)).forEach(this::lookAgain);
  }

  private void anythingChanged() {
    streams.forEach(this::lookAgain);
  }

  private void beat() {
    streams.forEach(
        stream -> {
          tell(stream, stream::beat);
          lookAgain(stream);
        });
  }

  private void lookAgain(SlotStream stream) {
    if (stream.becomesDue()) {
      threads.schedule(() -> look(stream), GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look(SlotStream stream) {
    stream.looked();
    if (!streams.contains(stream)) {
      return;
    }
    try {
      Found found = openSlots.find(stream.query());
      tell(stream, () -> stream.update(found));
      lookWhenHoldEnds(stream, SlotStream.nextLook(found));
    } catch (QueryRefused withdrawn) {
      stream.emitter().complete();
    } catch (RuntimeException failed) {
      LOG.warn("Cannot look for open slots, trying again with the next heartbeat", failed);
    }
  }

  private void lookWhenHoldEnds(SlotStream stream, @org.jspecify.annotations.Nullable Instant end) {
    if (end != null) {
      long wait = Math.max(1, Duration.between(clock.instant(), end).toMillis() + 1);
      if (wait < heartbeatMillis) { // a later one is looked for with a heartbeat before
        threads.schedule(() -> lookAgain(stream), wait, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void tell(SlotStream stream, Telling telling) {
    try {
      telling.run();
    } catch (IOException | IllegalStateException gone) {
      streams.remove(stream);
      stream.emitter().completeWithError(gone);
    }
  }

  private interface Telling {
    void run() throws IOException;
  }
}
