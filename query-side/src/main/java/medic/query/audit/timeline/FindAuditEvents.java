package medic.query.audit.timeline;

import org.jspecify.annotations.Nullable;

/** A page of the log, by global position. Answered with {@link AuditEventsView}. */
public record FindAuditEvents(AuditFilter filter, int limit, @Nullable String cursor) {}
