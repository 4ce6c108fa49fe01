package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.DoctorDetails;
import medic.command.doctor.LeavePractice;
import medic.command.doctor.ReturnToPractice;
import medic.command.doctor.ReviseDoctor;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
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

/** Who a doctor is, and whether they practise here. */
@RestController
@RequestMapping("/api/doctors/{doctorId}")
class DoctorProfileEndpoint {

  private final CommandSender sender;

  DoctorProfileEndpoint(CommandSender sender) {
    this.sender = sender;
  }

  @PutMapping("/profile")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, DoctorId>> revise(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody DoctorDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.doctorId() != null && !body.doctorId().equals(doctorId)) {
      throw ApiException.badField("doctorId", "MISMATCH", "must be the one in the path");
    }
    return sender
        .send(new ReviseDoctor(doctorId, body, IfMatch.version(ifMatch)), caller)
        .ok(Map.of("doctorId", doctorId));
  }

  @PostMapping("/leave")
  @Access(Role.ADMIN)
  ResponseEntity<VisitsHitOutcome> leave(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(new LeavePractice(doctorId, ReasonBody.of(body), IfMatch.version(ifMatch)), caller);
  }

  @PostMapping("/return")
  @Access(Role.ADMIN)
  ResponseEntity<VisitsHitOutcome> comeBack(
      @PathVariable DoctorId doctorId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return hit(new ReturnToPractice(doctorId, IfMatch.version(ifMatch)), caller);
  }

  /** Told with the booked visits that it hits, which stay booked until somebody decides. */
  private ResponseEntity<VisitsHitOutcome> hit(Object change, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(change, caller);
    return sent.ok(sent.result());
  }
}
