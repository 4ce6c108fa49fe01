package medic.query.agenda;

import java.time.Instant;
import java.util.UUID;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.query.appointments.RequestedMoveView;
import org.jspecify.annotations.Nullable;

/**
 * An entry during [startsAt, endsAt). {@code id} is that of the appointment, exception or time off;
 * an appointment that is asked to be moved has a second entry, of that time, of kind requested
 * move. {@code status} is theirs, of an exception blocked or available, of an external entry busy,
 * tentative or free. With {@code erased} the patient's name and words can no longer be read.
 */
public record AgendaEntryView(
    AgendaKind kind,
    UUID id,
    String status,
    Instant startsAt,
    Instant endsAt,
    @Nullable PatientId patientId,
    @Nullable String patientName,
    @Nullable AppointmentTypeId appointmentTypeId,
    @Nullable String appointmentTypeName,
    @Nullable LocationId locationId,
    @Nullable String locationName,
    @Nullable RoomId roomId,
    @Nullable String roomName,
    @Nullable ConsultationMode consultationMode,
    @Nullable String reason,
    boolean erased,
    @Nullable RequestedMoveView requestedMove) {}
