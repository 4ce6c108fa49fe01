package medic.query.audit.timeline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** A page of the log; {@code nextCursor} asks for the next one and is absent on the last. */
public record AuditEventsView(List<AuditEventView> items, @Nullable String nextCursor) {

  /** Whom the entries concern. */
  Set<PatientId> patients() {
    return items.stream().flatMap(AuditEventView::patients).collect(Collectors.toSet());
  }
}
