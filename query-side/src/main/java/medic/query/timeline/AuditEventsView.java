package medic.query.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the log; {@code nextCursor} asks for the next one and is absent on the last. */
public record AuditEventsView(List<AuditEventView> items, @Nullable String nextCursor) {}
