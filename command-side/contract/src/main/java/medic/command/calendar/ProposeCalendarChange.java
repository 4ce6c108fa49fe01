package medic.command.calendar;

import java.time.Instant;
import medic.events.calendar.ProposedChange;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.ProposalId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Tells that a visit's copy was moved or deleted; the same proposal twice is one. */
public record ProposeCalendarChange(
    @TargetAggregateIdentifier ConnectionId connectionId,
    ProposalId proposalId,
    AppointmentId appointmentId,
    ProposedChange change,
    @Nullable Instant startsAt) {}
