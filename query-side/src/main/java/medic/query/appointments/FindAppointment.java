package medic.query.appointments;

import java.time.Instant;
import medic.events.id.AppointmentId;
import org.jspecify.annotations.Nullable;

/** How an appointment stands, or stood at {@code asOf}. Answered with {@link AppointmentView}. */
public record FindAppointment(AppointmentId appointmentId, @Nullable Instant asOf) {}
