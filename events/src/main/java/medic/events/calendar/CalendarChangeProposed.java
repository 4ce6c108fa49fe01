package medic.events.calendar;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ProposalId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody moved or deleted a visit's copy in the external calendar; the visit itself stays until
 * the doctor accepts. A move names the new {@code startsAt}.
 */
@Revision("1")
public record CalendarChangeProposed(
    ConnectionId connectionId,
    DoctorId doctorId,
    ProposalId proposalId,
    AppointmentId appointmentId,
    ProposedChange change,
    @Nullable Instant startsAt)
    implements CalendarEvent {}
