package medic.booking.consent;

import medic.booking.deciding.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

  @Bean
  Repository<Consent> consents(Repositories repositories) {
    return repositories.ofBriefLives(Consent.class);
  }

  @Bean
  ConsentLedgers consentLedgers(Repository<Consent> consents) {
    return new ConsentLedgers(consents);
  }

  @Bean
  ConsentCommandHandler consentCommandHandler(
      Repository<Consent> consents, ErasedPatients erasedPatients) {
    return new ConsentCommandHandler(consents, erasedPatients);
  }
}
