package medic.query.bookings;

import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** A page of a patient's bookings. Answered with {@link BookingsView}. */
public record FindBookings(PatientId patientId, When when, int limit, @Nullable String cursor) {}
