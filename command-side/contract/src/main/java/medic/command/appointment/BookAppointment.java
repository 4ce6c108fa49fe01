package medic.command.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import medic.events.appointment.BookingSource;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Books a slot for a patient. Room and location may be left to the schedule.
 *
 * @param override the rules to be set aside by name, where the sender may
 */
public record BookAppointment(
    @RoutingKey DoctorId doctorId,
    AppointmentId appointmentId,
    AppointmentTypeId appointmentTypeId,
    PatientId patientId,
    Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId,
    @Nullable String reason,
    @Nullable ZoneId patientTimezone,
    BookingSource source,
    Set<OverriddenRule> override) {}
