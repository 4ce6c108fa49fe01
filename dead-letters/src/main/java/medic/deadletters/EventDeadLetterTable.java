package medic.deadletters;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that wait to be handled again, in work.parked_event: where they stand in the log, and
 * nothing of what they say.
 */
@Component
class EventDeadLetterTable {

  /** An event of a group that waits to be handled again, by its place in the log. */
  record DeadLetter(UUID id, String group, EventPosition place) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  EventDeadLetterTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * All that a group has parked: the numbers of the events, by stream. Those that are being handled
   * again are waited for, so that what follows them is neither too early nor left behind.
   */
  Map<String, Set<Long>> of(String group) {
    Map<String, Set<Long>> streams = new HashMap<>();
    jdbc.sql(
            "select aggregate_id, sequence_number from work.parked_event"
                + " where processing_group = ? for share")
        .param(group)
        .query(
            row -> {
              streams
                  .computeIfAbsent(row.getString(1), stream -> new HashSet<>())
                  .add(row.getLong(2));
            });
    return streams;
  }

  /**
   * @param reason why it could not be handled; null for one that waits behind such a one
   */
  void park(String group, EventMessage<?> event, EventPosition place, @Nullable String reason) {
    jdbc.sql(
            """
            insert into work.parked_event (processing_group, aggregate_id, sequence_number,
              event_type, position, replay, parked_at, attempts, error_reason)
            values (:group, :aggregate, :sequence, :type, :position, :replay, :now, :attempts,
              :reason)
            on conflict do nothing
            """)
        .param("group", group)
        .param("aggregate", place.stream())
        .param("sequence", place.sequence())
        .param("type", event.getPayloadType().getSimpleName())
        .param("position", place.position(), Types.BIGINT)
        .param("replay", place.replay())
        .param("now", Timestamp.from(clock.instant()))
        .param("attempts", reason == null ? 0 : 1)
        .param("reason", reason)
        .update();
  }

  /** How many each group has parked. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql("select processing_group, count(*) from work.parked_event group by 1")
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  Optional<DeadLetter> find(UUID id) {
    return read("where parked_id = ?", id);
  }

  /** The one that all others of its stream wait for. */
  Optional<DeadLetter> first(String group, String aggregate) {
    return read(
        "where processing_group = ? and aggregate_id = ? order by sequence_number limit 1",
        group,
        aggregate);
  }

  private Optional<DeadLetter> read(String which, Object... parameters) {
    return jdbc.sql("select * from work.parked_event " + which)
        .params(parameters)
        .query(
            (row, n) ->
                new DeadLetter(
                    row.getObject("parked_id", UUID.class),
                    row.getString("processing_group"),
                    new EventPosition(
                        row.getString("aggregate_id"),
                        row.getLong("sequence_number"),
                        row.getObject("position", Long.class),
                        row.getBoolean("replay"))))
        .optional();
  }

  /** Answers whether it was there still. */
  boolean remove(UUID id) {
    return jdbc.sql("delete from work.parked_event where parked_id = ?").param(id).update() == 1;
  }

  void failed(UUID id, String reason) {
    jdbc.sql(
            "update work.parked_event set attempts = attempts + 1, error_reason = ?"
                + " where parked_id = ?")
        .params(reason, id)
        .update();
  }

  void rename(String from, String to) {
    jdbc.sql("update work.parked_event set processing_group = ? where processing_group = ?")
        .params(to, from)
        .update();
  }

  /** All are handled anew. */
  void forget(String group) {
    jdbc.sql("delete from work.parked_event where processing_group = ?").param(group).update();
  }
}
