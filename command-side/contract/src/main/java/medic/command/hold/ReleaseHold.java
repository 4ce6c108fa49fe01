package medic.command.hold;

import medic.events.id.HoldId;
import org.axonframework.commandhandling.RoutingKey;

/** Gives a held slot back. */
public record ReleaseHold(@RoutingKey HoldId holdId) {}
