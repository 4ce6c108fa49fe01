package medic.query.availability;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import medic.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One subscriber: what they asked for, what they know, and whether they are to be told more. */
final class SlotStream {

  private final FindOpenSlots query;
  private final Caller caller;
  private final SseEmitter emitter;

  /** As if somebody were about to look, until it has begun. */
  private final AtomicBoolean due = new AtomicBoolean(true);

  private volatile Set<UUID> calendars = Set.of();
  private Set<SlotView> known = Set.of();

  SlotStream(FindOpenSlots query, Caller caller, SseEmitter emitter) {
    this.query = query;
    this.caller = caller;
    this.emitter = emitter;
  }

  FindOpenSlots query() {
    return query;
  }

  Caller caller() {
    return caller;
  }

  boolean isOf(Caller someone) {
    return caller.equals(someone);
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean concerns(Set<UUID> changed) {
    return calendars.stream().anyMatch(changed::contains);
  }

  /** Whether the caller is the one to look again: many changes at once are one look. */
  boolean becomesDue() {
    return due.compareAndSet(false, true);
  }

  void looked() {
    due.set(false);
  }

  synchronized void begin(OpenSlots.Found found) throws IOException {
    remember(found);
    send("slots", found.view());
  }

  /** Tells what differs from what the subscriber knows, if anything does. */
  synchronized void update(OpenSlots.Found found) throws IOException {
    Set<SlotView> before = known;
    remember(found);
    SlotChangesView changes = SlotChangesView.between(before, known);
    if (!changes.tellsNothing()) {
      send("changes", changes);
    }
  }

  synchronized void beat() throws IOException {
    emitter.send(SseEmitter.event().comment("still here"));
  }

  static @Nullable Instant nextLook(OpenSlots.Found found) {
    return found.view().validUntil();
  }

  private void remember(OpenSlots.Found found) {
    calendars = new HashSet<>(found.schedule().calendars());
    known = new LinkedHashSet<>(found.view().slots());
  }

  private void send(String name, Object data) throws IOException {
    emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
  }
}
