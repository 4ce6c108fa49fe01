package medic.query.audit.actions;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the log calls it, whom it concerns and what it changed. Events that only
 * carry a deed into another calendar (a slot booked, a room reserved, a visit planned) are no deeds
 * of their own.
 */
public record AuditAction(AuditActionType kind, AuditSubject concerned, @Nullable String changed) {

  public static boolean isOne(Class<?> eventType) {
    return AuditActionType.of(eventType).isPresent();
  }

  public static AuditAction of(Object event) {
    AuditActionType kind =
        AuditActionType.of(event.getClass())
            .orElseThrow(
                () -> new IllegalArgumentException("no deed: " + event.getClass().getName()));
    return new AuditAction(kind, AuditSubject.by(event), ChangedObject.by(event));
  }
}
