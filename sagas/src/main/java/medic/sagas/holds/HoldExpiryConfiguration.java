package medic.sagas.holds;

import java.util.function.UnaryOperator;
import medic.deadletters.DeadLetterGroups;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How holds are followed: one that cannot be is no reason to let the others stand for ever. */
@Configuration(proxyBeanMethods = false)
class HoldExpiryConfiguration {

  @Bean
  static ConfigurerModule holdProcessor(ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                DeadLetterGroups.register(
                    processing, HoldExpirySaga.GROUP, deadLetters, UnaryOperator.identity()));
  }
}
