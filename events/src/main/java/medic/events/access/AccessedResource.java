package medic.events.access;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What a request was for: ids only, never a word of the caller's.
 *
 * @param method of HTTP
 * @param route with its variables unfilled: {@code /api/doctors/{doctorId}/agenda}
 * @param appointmentId named in the address, as the next two
 */
public record AccessedResource(
    String method,
    String route,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId) {}
