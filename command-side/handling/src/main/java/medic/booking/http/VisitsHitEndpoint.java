package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.KeepHitVisit;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.TemplateDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.MayAnswer;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The visits that a change would hit, and those that lie in taken time until somebody decides to
 * keep, move or cancel them. Answered by the schedule itself: what is asked is what is decided by.
 */
@RestController
@RequestMapping("/api/doctors/{doctorId}")
class VisitsHitEndpoint {

  private final CommandSender sender;
  private final Clock clock;

  VisitsHitEndpoint(CommandSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /** If [from, to) were blocked; without a place and a kind of visit as time off does. */
  @MayAnswer(HttpStatus.UNPROCESSABLE_CONTENT)
  @GetMapping("/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofBlock(
      @PathVariable DoctorId doctorId,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable LocationId locationId,
      @RequestParam(required = false) @Nullable AppointmentTypeId appointmentTypeId,
      Caller caller) {
    ExceptionDetails block =
        new ExceptionDetails(
            null, from, to, ExceptionStatus.BLOCKED, appointmentTypeId, locationId, null);
    return preview(PreviewVisitsHit.ofBlock(doctorId, block), caller);
  }

  /** Those in taken time that nobody has decided about. */
  @GetMapping("/visits-hit/open")
  @Access(
      value = {Role.ADMIN, Role.AUDITOR, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> open(@PathVariable DoctorId doctorId, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(new ListHitVisits(doctorId), caller);
    return sent.ok(sent.result().after(clock.instant()));
  }

  @PostMapping("/visits-hit/{appointmentId}/keep")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> keep(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentId appointmentId,
      @Valid @RequestBody(required = false) @Nullable ReasonBody body,
      Caller caller) {
    return sender
        .send(new KeepHitVisit(doctorId, appointmentId, ReasonBody.of(body)), caller)
        .ok(Map.of("appointmentId", appointmentId, "status", "kept"));
  }

  /** If the time off were approved. */
  @GetMapping("/time-off/{timeOffId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofApproval(
      @PathVariable DoctorId doctorId, @PathVariable TimeOffId timeOffId, Caller caller) {
    return preview(PreviewVisitsHit.ofApproval(doctorId, timeOffId), caller);
  }

  /** If the weekly hours were removed. */
  @GetMapping("/templates/{templateId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofHours(
      @PathVariable DoctorId doctorId, @PathVariable TemplateId templateId, Caller caller) {
    return preview(PreviewVisitsHit.ofHours(doctorId, templateId, null), caller);
  }

  /** If the weekly hours were these. */
  @PostMapping("/templates/{templateId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofHours(
      @PathVariable DoctorId doctorId,
      @PathVariable TemplateId templateId,
      @Valid @RequestBody TemplateDetails body,
      Caller caller) {
    return preview(PreviewVisitsHit.ofHours(doctorId, templateId, body), caller);
  }

  /** If the kind of visit were withdrawn or paused. */
  @GetMapping("/appointment-types/{appointmentTypeId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofType(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentTypeId appointmentTypeId,
      Caller caller) {
    return preview(PreviewVisitsHit.ofType(doctorId, appointmentTypeId, null), caller);
  }

  /** If the kind of visit were this. */
  @PostMapping("/appointment-types/{appointmentTypeId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofType(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentTypeId appointmentTypeId,
      @Valid @RequestBody AppointmentTypeDetails body,
      Caller caller) {
    return preview(PreviewVisitsHit.ofType(doctorId, appointmentTypeId, body), caller);
  }

  /** If the place of work were closed. */
  @GetMapping("/locations/{locationId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofClosing(
      @PathVariable DoctorId doctorId, @PathVariable LocationId locationId, Caller caller) {
    return preview(PreviewVisitsHit.ofClosing(doctorId, locationId), caller);
  }

  /** If the doctor's own room were closed; of those whom it is shared with, nothing is told. */
  @GetMapping("/rooms/{roomId}/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofClosing(
      @PathVariable DoctorId doctorId, @PathVariable RoomId roomId, Caller caller) {
    return preview(PreviewVisitsHit.ofClosing(doctorId, roomId), caller);
  }

  /** If the doctor left. */
  @GetMapping("/leave/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> ofLeaving(@PathVariable DoctorId doctorId, Caller caller) {
    return preview(PreviewVisitsHit.ofLeaving(doctorId), caller);
  }

  private ResponseEntity<VisitsHitOutcome> preview(PreviewVisitsHit change, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(change, caller);
    return sent.ok(sent.result().after(clock.instant()));
  }
}
