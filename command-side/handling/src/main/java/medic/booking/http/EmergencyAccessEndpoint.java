package medic.booking.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import medic.command.patient.EmergencyAccessOutcome;
import medic.command.patient.TakeEmergencyAccess;
import medic.contact.Paragraphs;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Created;
import medic.http.KeyHeader;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Lets a doctor who does not treat a patient read their profile in an emergency. */
@RestController
class EmergencyAccessEndpoint {

  private final CommandSender sender;

  EmergencyAccessEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  /**
   * @param reason in the doctor's words; the patient and auditors read it
   */
  record Emergency(@NotBlank @Size(max = 1000) @Paragraphs String reason) {
    @Override
    public String toString() {
      return "Emergency";
    }
  }

  /** The profile is open to this doctor until the moment answered. */
  @PostMapping("/api/patients/{patientId}/emergency-access")
  @Access(Role.DOCTOR)
  Created<EmergencyAccessOutcome> take(
      @PathVariable PatientId patientId,
      @Valid @RequestBody Emergency body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    DoctorId doctor = Objects.requireNonNull(caller.doctor());
    CommandResponse<EmergencyAccessOutcome> sent =
        sender.send(
            new TakeEmergencyAccess(patientId, doctor, body.reason().strip()),
            caller,
            KeyHeader.verified(key),
            "emergency");
    return sent.created("/api/patients/" + patientId.value(), sent.result());
  }
}
