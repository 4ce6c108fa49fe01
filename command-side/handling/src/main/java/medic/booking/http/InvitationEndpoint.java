package medic.booking.http;

import jakarta.validation.Valid;
import java.util.Objects;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.http.Accepted;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Invitations.Guest;
import medic.http.Invitations.Invited;
import medic.http.MayAnswer;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Invites people to sign in: they are sent a link by which they set their own password. */
@RestController
class InvitationEndpoint {

  private final PeopleWithLogins people;

  InvitationEndpoint(PeopleWithLogins people) {
    this.people = people;
  }

  @PostMapping("/api/patients/{patientId}/invitation")
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access(
      value = {Role.ADMIN, Role.DOCTOR},
      own = Access.Own.DECIDED_INSIDE)
  Accepted<Invited> patient(
      @PathVariable PatientId patientId,
      @Valid @RequestBody(required = false) @Nullable InvitationBody body,
      Caller caller) {
    InvitationBody how = Objects.requireNonNullElse(body, InvitationBody.PLAIN);
    Guest guest = new Guest(Role.PATIENT, patientId.value(), how.username());
    return answer(
        "/api/patients/" + patientId.value(),
        people.invite(guest, patientId, caller, how.showsLink()));
  }

  @PostMapping("/api/doctors/{doctorId}/invitation")
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access(Role.ADMIN)
  Accepted<Invited> doctor(
      @PathVariable DoctorId doctorId,
      @Valid @RequestBody(required = false) @Nullable InvitationBody body,
      Caller caller) {
    InvitationBody how = Objects.requireNonNullElse(body, InvitationBody.PLAIN);
    Guest guest = new Guest(Role.DOCTOR, doctorId.value(), how.username());
    return answer(
        "/api/doctors/" + doctorId.value(),
        people.invite(guest, doctorId, caller, how.showsLink()));
  }

  private static Accepted<Invited> answer(String person, Invited invited) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    return new Accepted<>(person, invited, headers);
  }
}
