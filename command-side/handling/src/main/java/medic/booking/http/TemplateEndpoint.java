package medic.booking.http;

import static medic.http.Access.Own.DOCTOR_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.TemplateDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.id.DoctorId;
import medic.events.id.TemplateId;
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

/** A doctor's weekly cadence. */
@RestController
@RequestMapping("/api/doctors/{doctorId}/templates")
class TemplateEndpoint {

  private final CommandSender sender;
  private final Ids ids;

  TemplateEndpoint(CommandSender sender, Ids ids) {
    this.sender = sender;
    this.ids = ids;
  }

  @PostMapping
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Created<Map<String, Object>> add(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody TemplateDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    TemplateId id = ids.of(body.templateId(), KeyHeader.verified(key), caller, TemplateId::new);
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(new AddScheduleTemplate(doctorId, id, body), caller);
    return sent.created(
        "/api/doctors/" + doctorId.value() + "/templates/" + id.value(),
        Map.of("templateId", id, "visitsHit", sent.result().visitsHit()));
  }

  @PutMapping("/{templateId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  ResponseEntity<Map<String, Object>> revise(
      @PathVariable DoctorId doctorId,
      @PathVariable TemplateId templateId,
      @Valid @RequestBody TemplateDetails body,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.templateId() != null && !body.templateId().equals(templateId)) {
      throw ApiException.badField("templateId", "MISMATCH", "must be the one in the path");
    }
    CommandResponse<VisitsHitOutcome> sent =
        sender.send(
            new ReviseScheduleTemplate(doctorId, templateId, body, IfMatch.version(ifMatch)),
            caller);
    return sent.ok(Map.of("templateId", templateId, "visitsHit", sent.result().visitsHit()));
  }

  @DeleteMapping("/{templateId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = DOCTOR_IN_PATH)
  Told<VisitsHitOutcome> remove(
      @PathVariable DoctorId doctorId,
      @PathVariable TemplateId templateId,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    return ToldHits.of(
        sender.send(
            new RemoveScheduleTemplate(doctorId, templateId, IfMatch.version(ifMatch)), caller));
  }
}
