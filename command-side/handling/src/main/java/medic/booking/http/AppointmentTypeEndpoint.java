package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.VisitsHitOutcome;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
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

/** The kinds of visit that a doctor offers. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/appointment-types")
class AppointmentTypeEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  AppointmentTypeEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, AppointmentTypeId>> add(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody AppointmentTypeDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    AppointmentTypeId id =
        ids.of(body.appointmentTypeId(), KeyHeader.verified(key), caller, AppointmentTypeId::new);
    return sender
        .send(new AddAppointmentType(doctorId, id, body), caller)
        .created(
            "/api/doctors/" + doctorId.value() + "/appointment-types/" + id.value(),
            Map.of("appointmentTypeId", id));
  }

  @PutMapping("/{appointmentTypeId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentTypeId appointmentTypeId,
      @Valid @RequestBody AppointmentTypeDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.appointmentTypeId() != null && !body.appointmentTypeId().equals(appointmentTypeId)) {
      throw ApiException.badField("appointmentTypeId", "MISMATCH", "must be the one in the path");
    }
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(
            new ReviseAppointmentType(doctorId, appointmentTypeId, body, IfMatch.version(ifMatch)),
            caller);
    return sent.ok(
        Map.of("appointmentTypeId", appointmentTypeId, "visitsHit", sent.result().visitsHit()));
  }

  @DeleteMapping("/{appointmentTypeId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Told<VisitsHitOutcome> remove(
      @PathVariable DoctorId doctorId,
      @PathVariable AppointmentTypeId appointmentTypeId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return ToldHits.of(
        sender.send(
            new WithdrawAppointmentType(doctorId, appointmentTypeId, IfMatch.version(ifMatch)),
            caller));
  }
}
