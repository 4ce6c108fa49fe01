package medic.booking.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import medic.contact.Paragraphs;
import medic.events.appointment.BookingSource;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * The body of a booking. A patient may leave their own id out.
 *
 * @param override the rules that the practice sets aside, with a reason
 */
record NewBooking(
    @Nullable AppointmentId appointmentId,
    @NotNull DoctorId doctorId,
    @NotNull AppointmentTypeId appointmentTypeId,
    @Nullable PatientId patientId,
    @NotNull Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId,
    @Nullable @Size(max = 1000) @Paragraphs String reason,
    @Nullable ZoneId patientTimezone,
    @Nullable BookingSource source,
    @Nullable @Size(max = 10) Set<@NotNull OverriddenRule> override) {

  /**
   * What is asked for that the booking itself does not tell afterwards, without any personal text.
   *
   * @param how the last part of the address
   */
  String request(String how) {
    return how + (override == null || override.isEmpty() ? "" : " " + new TreeSet<>(override));
  }
}
