package medic.command.calendar;

import medic.events.id.ConnectionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a connection. */
public record DisconnectCalendar(@TargetAggregateIdentifier ConnectionId connectionId) {}
