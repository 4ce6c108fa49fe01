package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseTimeOff;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Created;
import medic.http.IfMatch;
import medic.http.KeyHeader;
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

/** Time off: asked for by the doctor, granted by an admin. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/time-off")
class TimeOffEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  TimeOffEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, TimeOffId>> add(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody TimeOffDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    TimeOffId id = ids.of(body.timeOffId(), KeyHeader.verified(key), caller, TimeOffId::new);
    return sender
        .send(new RequestTimeOff(doctorId, id, body), caller)
        .created(
            "/api/doctors/" + doctorId.value() + "/time-off/" + id.value(),
            Map.of("timeOffId", id));
  }

  @PostMapping("/{timeOffId}/approve")
  @Access(Role.ADMIN)
  ResponseEntity<Map<String, Object>> approve(
      @PathVariable DoctorId doctorId,
      @PathVariable TimeOffId timeOffId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(new ApproveTimeOff(doctorId, timeOffId, IfMatch.version(ifMatch)), caller);
    return sent.ok(
        Map.of(
            "timeOffId", timeOffId, "status", "approved", "visitsHit", sent.result().visitsHit()));
  }

  @PostMapping("/{timeOffId}/reject")
  @Access(Role.ADMIN)
  ResponseEntity<Map<String, Object>> reject(
      @PathVariable DoctorId doctorId,
      @PathVariable TimeOffId timeOffId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return sender
        .send(
            new RejectTimeOff(doctorId, timeOffId, ReasonBody.of(body), IfMatch.version(ifMatch)),
            caller)
        .ok(Map.of("timeOffId", timeOffId, "status", "rejected"));
  }

  @PostMapping("/{timeOffId}/cancel")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> cancel(
      @PathVariable DoctorId doctorId,
      @PathVariable TimeOffId timeOffId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return sender
        .send(
            new CancelTimeOff(doctorId, timeOffId, ReasonBody.of(body), IfMatch.version(ifMatch)),
            caller)
        .ok(Map.of("timeOffId", timeOffId, "status", "cancelled"));
  }

  @PutMapping("/{timeOffId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable TimeOffId timeOffId,
      @Valid @RequestBody TimeOffDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(change(doctorId, timeOffId, body, IfMatch.version(ifMatch)), caller);
    return sent.ok(sent.result());
  }

  /** If it were this. */
  @PostMapping("/{timeOffId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ask(
      @PathVariable DoctorId doctorId,
      @PathVariable TimeOffId timeOffId,
      @Valid @RequestBody TimeOffDetails body,
      Caller caller) {
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(PreviewVisitsHit.of(change(doctorId, timeOffId, body, null)), caller);
    return sent.ok(sent.result());
  }

  private static ReviseTimeOff change(
      DoctorId doctor, TimeOffId id, TimeOffDetails body, @Nullable String expected) {
    if (body.timeOffId() != null && !body.timeOffId().equals(id)) {
      throw ApiException.badField("timeOffId", "MISMATCH", "must be the one in the path");
    }
    return new ReviseTimeOff(doctor, id, body, expected);
  }
}
