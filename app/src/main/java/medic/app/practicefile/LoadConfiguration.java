package medic.app.practicefile;

import jakarta.validation.Validator;
import java.util.Optional;
import medic.http.Invitations;
import medic.http.Logins;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoadConfiguration {

  @Bean
  PracticeLoader practiceLoader(
      CommandGateway gateway,
      Validator validator,
      Logins logins,
      Optional<Invitations> invitations) {
    return new PracticeLoader(gateway, validator, logins, invitations);
  }
}
