package medic.booking.http;

import static medic.http.Access.Own.PATIENT_IN_PATH;

import jakarta.validation.Valid;
import java.util.Map;
import medic.booking.http.PeopleWithLogins.Newcomer;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.command.patient.RevisePatientProfile;
import medic.events.id.PatientId;
import medic.http.Access;
import medic.http.ApiException;
import medic.http.Caller;
import medic.http.Created;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.MayAnswer;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes patients known. */
@RestController
@RequestMapping("/api/patients")
class PatientCommandEndpoint {

  private final CommandSender sender;
  private final Ids ids;
  private final RequestKeys keys;
  private final PeopleWithLogins people;

  PatientCommandEndpoint(CommandSender sender, Ids ids, RequestKeys keys, PeopleWithLogins people) {
    this.sender = sender;
    this.ids = ids;
    this.keys = keys;
    this.people = people;
  }

  @PostMapping
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access({Role.ADMIN, Role.DOCTOR})
  Created<Map<String, PatientId>> register(
      @Valid @RequestBody NewPatient body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    PatientId id = ids.of(body.patientId(), KeyHeader.verified(key), caller, PatientId::new);
    CommandResponse<Void> sent =
        people.register(
            new Newcomer(Role.PATIENT, id, id.value(), body.login()),
            new RegisterPatient(id, body.details()),
            caller);
    return sent.created("/api/patients/" + id.value(), Map.of("patientId", id));
  }

  @PutMapping("/{patientId}")
  @Access(
      value = {Role.ADMIN, Role.DOCTOR, Role.PATIENT},
      own = PATIENT_IN_PATH)
  ResponseEntity<Map<String, PatientId>> revise(
      @PathVariable PatientId patientId,
      @Valid @RequestBody PatientDetails body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
      Caller caller) {
    if (body.patientId() != null && !body.patientId().equals(patientId)) {
      throw ApiException.badField("patientId", "MISMATCH", "must be the one in the path");
    }
    // What is asked for under the key are a patient's own words: told apart from others, not noted.
    return sender
        .send(
            new RevisePatientProfile(patientId, body, IfMatch.version(ifMatch)),
            caller,
            KeyHeader.verified(key),
            "profile " + keys.digest(body.toString(), caller))
        .ok(Map.of("patientId", patientId));
  }
}
