package medic.secured;

import java.time.Instant;
import java.util.Set;
import medic.app.axon.PersonalDataConfiguration;
import medic.app.description.ApiDescription;
import medic.app.security.SecurityConfiguration;
import medic.events.access.AccessedResource;
import medic.events.id.InvitationId;
import medic.events.id.PatientId;
import medic.events.login.LoginDeed;
import medic.http.Access;
import medic.http.AccessLog;
import medic.http.Caller;
import medic.http.HttpConfiguration;
import medic.http.LoginLog;
import medic.http.Role;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Security, the database and one endpoint: no event sourcing. It lies outside the application's own
 * package, which is scanned.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  HttpConfiguration.class,
  PersonalDataConfiguration.class,
  SecurityConfiguration.class,
  ApiDescription.class,
  SecuredApplication.Me.class,
  SecuredApplication.NoRecord.class
})
public class SecuredApplication {

  /** Nothing is stored here, so nothing is put on record. */
  static class NoRecord implements AccessLog, LoginLog {

    @Override
    public void patientDataRead(Caller who, AccessedResource what, Set<PatientId> patients) {}

    @Override
    public void logRead(Caller who, String filter, Set<PatientId> patients) {}

    @Override
    public void logExported(Caller who, String filter, String format, PatientId patient) {}

    @Override
    public void refused(Caller who, AccessedResource what, int status) {}

    @Override
    public void refusedAgain(
        Caller who, AccessedResource what, int status, int times, Instant since) {}

    @Override
    public void loginRefused(Caller loginsOwner) {}

    @Override
    public void put(LoginDeed deed, Caller owner, Caller by, InvitationId invitation) {}

    @Override
    public void signInsRefused(Caller owner, int count, Instant since) {}
  }

  @RestController
  static class Me {
    @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
    @GetMapping("/api/me")
    Caller me(Caller caller) {
      return caller;
    }
  }
}
