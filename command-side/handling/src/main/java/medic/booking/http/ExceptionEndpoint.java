package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Created;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.Role;
import medic.http.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One-off blocks and openings. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/exceptions")
class ExceptionEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  ExceptionEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, Object>> add(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody ExceptionDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    ExceptionId id = ids.of(body.exceptionId(), KeyHeader.verified(key), caller, ExceptionId::new);
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(new AddAvailabilityException(doctorId, id, body), caller);
    return sent.created(
        "/api/doctors/" + doctorId.value() + "/exceptions/" + id.value(),
        Map.of("exceptionId", id, "visitsHit", sent.result().visitsHit()));
  }

  @DeleteMapping("/{exceptionId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Told<VisitsHitOutcome> remove(
      @PathVariable DoctorId doctorId,
      @PathVariable ExceptionId exceptionId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return ToldHits.of(
        sender.send(
            new RemoveAvailabilityException(doctorId, exceptionId, IfMatch.version(ifMatch)),
            caller));
  }
}
