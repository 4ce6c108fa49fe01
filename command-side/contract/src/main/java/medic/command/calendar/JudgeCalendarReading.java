package medic.command.calendar;

import medic.events.calendar.ReadingState;
import medic.events.id.ConnectionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells how well a calendar is read, and how many of its entries cannot be. */
public record JudgeCalendarReading(
    @TargetAggregateIdentifier ConnectionId connectionId, ReadingState state, int skipped) {}
