package medic.command.calendar;

import medic.events.id.ConnectionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells that the provider no longer lets us in, and why in its own word. */
public record ReportBrokenGrant(
    @TargetAggregateIdentifier ConnectionId connectionId, String reason) {}
