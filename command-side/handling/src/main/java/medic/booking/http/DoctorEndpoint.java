package medic.booking.http;

import jakarta.validation.Valid;
import java.util.Map;
import medic.booking.http.PeopleWithLogins.Newcomer;
import medic.command.doctor.RegisterDoctor;
import medic.events.id.DoctorId;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Created;
import medic.http.KeyHeader;
import medic.http.MayAnswer;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets doctors practise here. */
@RestController
@RequestMapping("/api/doctors")
class DoctorEndpoint {

  private final Ids ids;
  private final PeopleWithLogins people;

  DoctorEndpoint(Ids ids, PeopleWithLogins people) {
    this.ids = ids;
    this.people = people;
  }

  @PostMapping
  @MayAnswer(HttpStatus.TOO_MANY_REQUESTS)
  @Access(Role.ADMIN)
  Created<Map<String, DoctorId>> register(
      @Valid @RequestBody NewDoctor body,
      @RequestHeader(name = KeyHeader.NAME, required = false) @Nullable String key,
      Caller caller) {
    DoctorId id = ids.of(body.doctorId(), KeyHeader.verified(key), caller, DoctorId::new);
    CommandResponse<Void> sent =
        people.register(
            new Newcomer(Role.DOCTOR, id, id.value(), body.login()),
            new RegisterDoctor(
                id, body.fullName(), body.specialty(), body.email(), body.timezone()),
            caller);
    return sent.created("/api/doctors/" + id.value(), Map.of("doctorId", id));
  }
}
