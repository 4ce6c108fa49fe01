package medic.query.audit.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two instants, and the entries of the log that made it differ, in order. What
 * changed and changed back is among the entries only.
 */
public record ChangesView(Instant from, Instant to, List<Change> changes, List<Entry> entries) {

  /**
   * One field of what {@code ?asOf=} answers, as a path with dots; a member of a list is named by
   * its id: {@code templates.5b0f….workStart}. Null where there was nothing, or is nothing any
   * more.
   *
   * @param eventIds the entries that had a part in it
   */
  public record Change(String field, JsonNode before, JsonNode after, List<String> eventIds) {}

  /** An entry of the log; without {@code action} where it only carries a deed from elsewhere. */
  public record Entry(
      String eventId,
      Instant occurredAt,
      String eventType,
      @Nullable String action,
      @Nullable String actorType,
      @Nullable String actorId,
      @Nullable String channel) {}
}
