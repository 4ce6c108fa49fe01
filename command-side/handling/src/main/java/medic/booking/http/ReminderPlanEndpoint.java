package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import medic.command.doctor.PlanReminders;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.IfMatch;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** When visits of a kind are reminded of. Visits that are booked already keep their reminders. */
@RestController
class ReminderPlanEndpoint {

  private final CommandSender sender;

  ReminderPlanEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  @JsonIgnoreProperties({"appointmentTypeId", "usual", "version"})
  record Plan(@NotNull @Size(max = 5) List<@NotNull @Min(1) @Max(720) Integer> hoursBefore) {}

  @PutMapping("/api/doctors/{doctorId}/appointment-types/{appointmentTypeId}/reminders")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> plan(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentTypeId appointmentTypeId,
      @Valid @RequestBody Plan plan,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    List<Integer> hours =
        plan.hoursBefore().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    return sender
        .send(
            new PlanReminders(doctorId, appointmentTypeId, hours, IfMatch.version(ifMatch)), caller)
        .ok(Map.of("appointmentTypeId", appointmentTypeId, "hoursBefore", hours));
  }
}
