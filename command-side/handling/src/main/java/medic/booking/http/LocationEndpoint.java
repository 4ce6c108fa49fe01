package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.ReopenLocation;
import medic.command.doctor.ReviseLocation;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.IfMatch;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One place of work. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/locations/{locationId}")
class LocationEndpoint {

  private final CommandSender sender;

  LocationEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  @PutMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @Valid @RequestBody LocationDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.locationId() != null && !body.locationId().equals(locationId)) {
      throw ApiException.badField("locationId", "MISMATCH", "must be the one in the path");
    }
    return hit(new ReviseLocation(doctorId, locationId, body, IfMatch.version(ifMatch)), caller);
  }

  @PostMapping("/close")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> close(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(
        new CloseLocation(doctorId, locationId, ReasonBody.of(body), IfMatch.version(ifMatch)),
        caller);
  }

  @PostMapping("/reopen")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> reopen(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(new ReopenLocation(doctorId, locationId, IfMatch.version(ifMatch)), caller);
  }

  /** Told with the booked visits that it hits, which stay booked until somebody decides. */
  private ResponseEntity<VisitsHitOutcome> hit(Object change, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(change, caller);
    return sent.ok(sent.result());
  }
}
