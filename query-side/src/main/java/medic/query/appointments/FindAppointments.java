package medic.query.appointments;

import java.time.Instant;
import java.util.Set;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A page of appointments, of all that meet what is said; null for whichever. Answered with {@link
 * AppointmentsFound}.
 *
 * @param statuses where they stand, any of these; empty for anywhere
 * @param from they end after it
 * @param to they start before it
 */
public record FindAppointments(
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    @Nullable RoomId roomId,
    @Nullable LocationId locationId,
    @Nullable AppointmentTypeId appointmentTypeId,
    Set<AppointmentStatus> statuses,
    @Nullable Instant from,
    @Nullable Instant to,
    int limit,
    @Nullable String cursor) {}
