package medic.app.security;

import java.util.UUID;
import medic.http.Access;
import medic.http.Caller;
import medic.http.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/me}: who a token's bearer is here, wherever the token comes from. */
@RestController
final class MeEndpoint {

  /**
   * Who asks.
   *
   * @param actorId by which the log knows them
   * @param doctorId the doctor they are, if they are one
   * @param patientId the patient they are, if they are one
   */
  record Me(Role role, String actorId, @Nullable UUID doctorId, @Nullable UUID patientId) {}

  @GetMapping("/api/me")
  @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
  Me me(Caller caller) {
    return new Me(
        caller.role(),
        caller.actorId(),
        caller.role() == Role.DOCTOR ? caller.person() : null,
        caller.role() == Role.PATIENT ? caller.person() : null);
  }
}
