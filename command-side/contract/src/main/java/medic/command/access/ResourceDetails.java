package medic.command.access;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What a request was for.
 *
 * @param method of HTTP
 * @param route with its variables unfilled
 * @param appointmentId named in the address, as the next two
 */
public record ResourceDetails(
    String method,
    String route,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId) {}
