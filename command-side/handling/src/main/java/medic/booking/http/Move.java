package medic.booking.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import medic.command.appointment.RescheduleAppointment;
import medic.contact.Paragraphs;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The body of a rescheduling.
 *
 * @param override the rules that the practice sets aside, with a reason
 */
record Move(
    @NotNull Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId,
    @Nullable @Size(max = 1000) @Paragraphs String reason,
    @Nullable @Size(max = 10) Set<@NotNull OverriddenRule> override) {

  RescheduleAppointment command(AppointmentId appointment, Caller caller) {
    return new RescheduleAppointment(
        appointment,
        startsAt,
        locationId,
        roomId,
        holdId,
        reason,
        RulesToOverride.of(override, reason, caller));
  }

  /** What is asked for, without any personal text; what is absent leaves no trace. */
  String request() {
    return "reschedule "
        + startsAt
        + " "
        + locationId
        + " "
        + roomId
        + (holdId == null ? "" : " " + holdId)
        + (override == null || override.isEmpty() ? "" : " " + new TreeSet<>(override));
  }
}
