package medic.command.calendar;

import medic.events.calendar.ProposalOutcome;
import medic.events.id.ConnectionId;
import medic.events.id.ProposalId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Closes a proposal; one that is closed already, or unknown, stays as it is. */
public record SettleCalendarChange(
    @TargetAggregateIdentifier ConnectionId connectionId,
    ProposalId proposalId,
    ProposalOutcome outcome) {}
