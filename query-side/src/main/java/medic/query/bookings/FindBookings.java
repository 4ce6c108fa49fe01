package medic.query.bookings;

import java.util.Set;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A page of a patient's bookings. Answered with {@link BookingsView}.
 *
 * @param statuses where they stand, any of these
 */
public record FindBookings(
    PatientId patientId,
    When when,
    Set<AppointmentStatus> statuses,
    int limit,
    @Nullable String cursor) {}
