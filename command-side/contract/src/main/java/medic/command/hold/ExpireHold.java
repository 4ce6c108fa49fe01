package medic.command.hold;

import medic.events.id.HoldId;
import org.axonframework.commandhandling.RoutingKey;

/** Ends a hold whose time is over; one that has ended already is left alone. */
public record ExpireHold(@RoutingKey HoldId holdId) {}
