package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.List;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.SetWeeklyHours;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.TemplateId;
import medic.http.Access;
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

/** Weekly hours, saved as one change: none of them is missed while others are saved. */
@RestController
@RequestMapping("/api/doctors/{doctorId}")
class WeekEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  WeekEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PutMapping("/weekly-hours")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> setWeek(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody WeekBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return told(week(doctorId, null, body, IfMatch.version(ifMatch)), caller);
  }

  /** If they were these. */
  @PostMapping("/weekly-hours/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> askWeek(
      @PathVariable DoctorId doctorId, @Valid @RequestBody WeekBody body, Caller caller) {
    return told(PreviewVisitsHit.of(week(doctorId, null, body, null)), caller);
  }

  @PutMapping("/locations/{locationId}/weekly-hours")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> setWeekAt(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @Valid @RequestBody WeekBody body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return told(week(doctorId, locationId, body, IfMatch.version(ifMatch)), caller);
  }

  /** If they were these. */
  @PostMapping("/locations/{locationId}/weekly-hours/visits-hit")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<VisitsHitOutcome> askWeekAt(
      @PathVariable DoctorId doctorId,
      @PathVariable LocationId locationId,
      @Valid @RequestBody WeekBody body,
      Caller caller) {
    return told(PreviewVisitsHit.of(week(doctorId, locationId, body, null)), caller);
  }

  private SetWeeklyHours week(
      DoctorId doctor, @Nullable LocationId at, WeekBody body, @Nullable String expected) {
    List<TemplateId> fresh =
        body.templates().stream().map(one -> ids.fresh(TemplateId::new)).toList();
    return new SetWeeklyHours(doctor, at, body.templates(), fresh, expected);
  }

  private ResponseEntity<VisitsHitOutcome> told(Object command, Caller caller) {
    CommandResponse<VisitsHitOutcome> sent = sender.send(command, caller);
    return sent.ok(sent.result());
  }
}
