package medic.sagas.requests;

import java.time.Duration;
import java.util.function.UnaryOperator;
import medic.deadletters.DeadLetterGroups;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long requests wait, and how they are followed. */
@Configuration(proxyBeanMethods = false)
class UnansweredConfiguration {

  @Bean
  TimeToAnswer timeToAnswer(@Value("${MEDIC_REQUESTS_DECLINED_AFTER:PT72H}") String wait) {
    return new TimeToAnswer(Duration.parse(wait.strip()));
  }

  @Bean
  static ConfigurerModule unansweredProcessor(ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                DeadLetterGroups.register(
                    processing, UnansweredSaga.GROUP, deadLetters, UnaryOperator.identity()));
  }
}
