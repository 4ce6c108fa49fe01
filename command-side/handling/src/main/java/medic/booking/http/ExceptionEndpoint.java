package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.ReviseAvailabilityException;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Created;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.Role;
import medic.http.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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

  @PutMapping("/{exceptionId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable ExceptionId exceptionId,
      @Valid @RequestBody ExceptionDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(change(doctorId, exceptionId, body, IfMatch.version(ifMatch)), caller);
    return sent.ok(sent.result());
  }

  /** If it were this. */
  @PostMapping("/{exceptionId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ask(
      @PathVariable DoctorId doctorId,
      @PathVariable ExceptionId exceptionId,
      @Valid @RequestBody ExceptionDetails body,
      Caller caller) {
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(PreviewVisitsHit.of(change(doctorId, exceptionId, body, null)), caller);
    return sent.ok(sent.result());
  }

  private static ReviseAvailabilityException change(
      DoctorId doctor, ExceptionId id, ExceptionDetails body, @Nullable String expected) {
    if (body.exceptionId() != null && !body.exceptionId().equals(id)) {
      throw ApiException.badField("exceptionId", "MISMATCH", "must be the one in the path");
    }
    return new ReviseAvailabilityException(doctor, id, body, expected);
  }
}
