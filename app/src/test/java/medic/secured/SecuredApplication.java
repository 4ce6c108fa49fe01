package medic.secured;

import medic.app.axon.PersonalDataConfiguration;
import medic.app.security.SecurityConfiguration;
import medic.http.Access;
import medic.http.Caller;
import medic.http.HttpConfiguration;
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
  SecuredApplication.Me.class
})
public class SecuredApplication {

  @RestController
  static class Me {
    @Access({Role.ADMIN, Role.AUDITOR, Role.DOCTOR, Role.PATIENT})
    @GetMapping("/api/me")
    Caller me(Caller caller) {
      return caller;
    }
  }
}
