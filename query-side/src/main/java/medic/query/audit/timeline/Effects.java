package medic.query.audit.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import medic.query.audit.actions.AuditActionType;
import medic.query.audit.changes.FieldDifferences;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows what deeds are done to and tells for each deed what it found and what it left. Deeds come
 * in their order, from the first that was done to a thing.
 */
final class Effects {

  /** Who and what it is about, which no deed changes, why, and what the fold itself knows. */
  private static final Set<String> NO_FIELDS =
      Set.of(
          "appointmentId",
          "doctorId",
          "patientId",
          "about",
          "reason",
          "remark",
          "overridden",
          "joinLink",
          "cause",
          "currentStartsAt",
          "previousStartsAt",
          "previousEndsAt");

  private static final String REQUESTED_MOVE = "requestedMove";

  private static final Set<AuditActionType> REMOVALS =
      Set.of(
          AuditActionType.APPOINTMENT_TYPE_WITHDRAWN,
          AuditActionType.TEMPLATE_REMOVED,
          AuditActionType.EXCEPTION_REMOVED);

  /** After these, a move that is asked for stays asked for. */
  private static final Set<AuditActionType> BESIDE_THE_COURSE =
      Set.of(AuditActionType.JOIN_LINK_SET, AuditActionType.LEFT_AS_IS);

  private final Map<String, ObjectNode> asLeft = new HashMap<>();

  /**
   * Only the fields that differ, by path; {@code before} is absent where there was nothing before.
   */
  record Effect(@Nullable ObjectNode before, @Nullable ObjectNode after) {
    static final Effect NONE = new Effect(null, null);
  }

  Effect next(@Nullable String changed, String action, JsonNode details) {
    if (changed == null) {
      return Effect.NONE;
    }
    Optional<AuditActionType> kind = AuditActionType.named(action);
    ObjectNode found = asLeft.get(changed);
    if (kind.filter(REMOVALS::contains).isPresent()) {
      asLeft.remove(changed);
      return new Effect(found, null);
    }
    ObjectNode left = found == null ? empty() : found.deepCopy();
    if (kind.filter(BESIDE_THE_COURSE::contains).isEmpty()) {
      left.remove(REQUESTED_MOVE);
    }
    if (kind.filter(AuditActionType.MOVE_REQUESTED::equals).isPresent()) {
      left.set(REQUESTED_MOVE, requestedMove(details));
    } else {
      left.setAll(fields(details));
    }
    kind.map(AuditActionType::status)
        .filter(status -> !details.has("status"))
        .ifPresent(status -> left.put("status", status));
    asLeft.put(changed, left);
    return found == null ? new Effect(null, left.isEmpty() ? null : left) : difference(found, left);
  }

  /** The visit itself stays where it is. */
  private static ObjectNode requestedMove(JsonNode details) {
    ObjectNode move = empty();
    for (String field : List.of("startsAt", "endsAt", "locationId", "roomId")) {
      move.set(field, details.path(field));
    }
    return move;
  }

  private static ObjectNode fields(JsonNode details) {
    ObjectNode fields = empty();
    for (Map.Entry<String, JsonNode> field : details.properties()) {
      if (!NO_FIELDS.contains(field.getKey())) {
        fields.set(field.getKey(), field.getValue());
      }
    }
    return fields;
  }

  private static Effect difference(ObjectNode found, ObjectNode left) {
    ObjectNode before = empty();
    ObjectNode after = empty();
    FieldDifferences.between(found, left)
        .forEach(
            (field, sides) -> {
              before.set(field, sides.before());
              after.set(field, sides.after());
            });
    return new Effect(before, after);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
