package medic.events.calendar;

import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ProposalId;
import org.axonframework.serialization.Revision;

/** A proposal is no longer open. */
@Revision("1")
public record CalendarChangeSettled(
    ConnectionId connectionId,
    DoctorId doctorId,
    ProposalId proposalId,
    AppointmentId appointmentId,
    ProposalOutcome outcome)
    implements CalendarEvent {}
