package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.ReopenRoom;
import medic.command.doctor.ReviseRoom;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.UnshareRoom;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
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

/** One room, and who else uses it. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/locations/{locationId}/rooms/{roomId}")
class RoomEndpoint {

  private final CommandSender sender;

  RoomEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  @PutMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, RoomId>> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId,
      @Valid @RequestBody RoomDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.roomId() != null && !body.roomId().equals(roomId)) {
      throw ApiException.badField("roomId", "MISMATCH", "must be the one in the path");
    }
    return sender
        .send(new ReviseRoom(doctorId, locationId, roomId, body, IfMatch.version(ifMatch)), caller)
        .ok(Map.of("roomId", roomId));
  }

  @PostMapping("/close")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> close(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(
        new CloseRoom(doctorId, locationId, roomId, ReasonBody.of(body), IfMatch.version(ifMatch)),
        caller);
  }

  @PostMapping("/reopen")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> reopen(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(new ReopenRoom(doctorId, locationId, roomId, IfMatch.version(ifMatch)), caller);
  }

  @PostMapping("/unshare")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> unshare(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @PathVariable RoomId roomId,
      @Valid @RequestBody RoomGuest body,
      Caller caller) {
    return hit(new UnshareRoom(doctorId, locationId, roomId, body.doctorId()), caller);
  }

  /** Told with the booked visits that it hits, which stay booked until somebody decides. */
  private ResponseEntity<VisitsHitOutcome> hit(Object change, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(change, caller);
    return sent.ok(sent.result());
  }
}
