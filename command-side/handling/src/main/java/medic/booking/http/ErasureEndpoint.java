package medic.booking.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import medic.command.patient.ErasePatient;
import medic.command.patient.LiftLegalHold;
import medic.command.patient.PlaceLegalHold;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import medic.http.Accepted;
import medic.http.Access;
import medic.http.Caller;
import medic.http.KeyHeader;
import medic.http.NoContent;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgets patients, and keeps them from being forgotten. */
@RestController
@RequestMapping("/api/patients/{patientId}")
class ErasureEndpoint {

  private final CommandSender sender;

  ErasureEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  record Erasure(@NotNull ErasureGround ground) {}

  /** Accepted for good; what becomes of it, and the receipt, are at the address answered. */
  @PostMapping("/erase")
  @Access(Role.ADMIN)
  Accepted<Map<String, PatientId>> erase(
      @PathVariable PatientId patientId, @Valid @RequestBody Erasure body, Caller caller) {
    return sender
        .send(new ErasePatient(patientId, body.ground()), caller)
        .accepted(
            "/api/patients/" + patientId.value() + "/erasure", Map.of("patientId", patientId));
  }

  @PostMapping("/legal-hold")
  @Access(Role.ADMIN)
  ResponseEntity<Map<String, PatientId>> placeHold(
      @PathVariable PatientId patientId,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    return sender
        .send(new PlaceLegalHold(patientId), caller, KeyHeader.verified(key), "hold")
        .ok(Map.of("patientId", patientId));
  }

  @DeleteMapping("/legal-hold")
  @Access(Role.ADMIN)
  NoContent liftHold(@PathVariable PatientId patientId, Caller caller) {
    return sender.send(new LiftLegalHold(patientId), caller).noContent();
  }
}
