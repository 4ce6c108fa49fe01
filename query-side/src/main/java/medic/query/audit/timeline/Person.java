package medic.query.audit.timeline;

import java.util.UUID;
import medic.events.ActorType;
import medic.query.audit.actions.AuditActionType;
import medic.query.rows.RowValues;
import org.jspecify.annotations.Nullable;

/** A doctor or patient. */
public record Person(ActorType type, UUID id) {

  /** For whom a deed was done, by somebody else; absent where nothing tells. */
  static @Nullable Person onWhoseBehalf(RowValues row) {
    ActorType principal =
        AuditActionType.named(row.text("action")).map(AuditActionType::principal).orElse(null);
    ActorType actor = row.nameOrNull("actor_type", ActorType.class);
    if (principal == null || actor == null || actor == principal || actor == ActorType.SYSTEM) {
      return null;
    }
    return row.get(principal == ActorType.PATIENT ? "patient_id" : "doctor_id") instanceof UUID id
        ? new Person(principal, id)
        : null;
  }
}
