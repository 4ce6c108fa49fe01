package medic.query.audit.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import medic.query.audit.actions.AuditActionType;
import medic.query.audit.changes.ChangesView.Change;
import medic.query.audit.changes.ChangesView.Entry;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares how something stood at two instants, and finds the events that made the difference. */
@Component
public final class Changes {

  /** An event, and the fields that it left otherwise than it found them. */
  private record Step(EventMessage<?> event, Set<String> fields) {

    /** The field itself, a part of it, or what it is a part of. */
    boolean touched(String field) {
      return fields.stream()
          .anyMatch(
              own ->
                  own.equals(field) || own.startsWith(field + ".") || field.startsWith(own + "."));
    }
  }

  private final JsonMapper json;

  Changes(JsonMapper json) {
    this.json = json;
  }

  /**
   * What changed in a period.
   *
   * @param events all of it until the period's end, in order
   * @return nothing when it had not begun at the period's end
   */
  public Optional<ChangesView> in(
      Period period, Stream<? extends EventMessage<?>> events, Evolution evolution) {
    List<EventMessage<?>> within = new ArrayList<>();
    events.forEach(
        event -> {
          if (event.getTimestamp().isAfter(period.from())) {
            within.add(event);
          } else {
            evolution.evolve(event);
          }
        });
    JsonNode before = document(evolution);
    JsonNode after = before;
    List<Step> steps = new ArrayList<>();
    for (EventMessage<?> event : within) {
      if (evolution.evolve(event)) {
        JsonNode next = document(evolution);
        steps.add(new Step(event, FieldDifferences.between(after, next).keySet()));
        after = next;
      }
    }
    return after.isEmpty() ? Optional.empty() : Optional.of(view(period, before, after, steps));
  }

  private JsonNode document(Evolution evolution) {
    Object shown = evolution.shown();
    return shown == null ? json.createObjectNode() : json.valueToTree(shown);
  }

  private static ChangesView view(
      Period period, JsonNode before, JsonNode after, List<Step> steps) {
    List<Change> changes = new ArrayList<>();
    FieldDifferences.between(before, after)
        .forEach(
            (field, sides) ->
                changes.add(
                    new Change(field, sides.before(), sides.after(), eventIds(steps, field))));
    List<Entry> entries =
        steps.stream().filter(step -> !step.fields().isEmpty()).map(Changes::entry).toList();
    return new ChangesView(period.from(), period.to(), changes, entries);
  }

  private static List<String> eventIds(List<Step> steps, String field) {
    return steps.stream()
        .filter(step -> step.touched(field))
        .map(step -> step.event().getIdentifier())
        .toList();
  }

  private static Entry entry(Step step) {
    EventMessage<?> event = step.event();
    Map<String, ?> metadata = event.getMetaData();
    return new Entry(
        event.getIdentifier(),
        event.getTimestamp(),
        event.getPayloadType().getSimpleName(),
        AuditActionType.of(event.getPayloadType()).map(AuditActionType::action).orElse(null),
        text(metadata.get("actorType")),
        text(metadata.get("actorId")),
        text(metadata.get("channel")));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
