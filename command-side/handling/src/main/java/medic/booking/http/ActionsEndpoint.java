package medic.booking.http;

import static medic.http.Access.Own.DECIDED_INSIDE;

import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ListActions;
import medic.events.id.AppointmentId;
import medic.http.AboutPatient;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What may be done with a visit, answered by what decides its commands. */
@RestController
class ActionsEndpoint {

  private final CommandSender sender;

  ActionsEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  @GetMapping("/api/appointments/{appointmentId}/actions")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT},
      own = DECIDED_INSIDE)
  AboutPatient<ActionsView> actions(@PathVariable AppointmentId appointmentId, Caller caller) {
    ActionsOutcome outcome =
        sender.<ActionsOutcome>send(new ListActions(appointmentId), caller).result();
    return new AboutPatient<>(outcome.patientId(), ActionsView.of(outcome));
  }
}
