package medic.sagas.erasure;

import medic.deadletters.DeadLetterGroups;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/**
 * How erasures are carried out: one after the other, and again until they succeed. One may take
 * long, so that its claim is renewed from beside it.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  @Bean
  static ConfigurerModule erasureProcessor(ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                DeadLetterGroups.registerUntiring(
                    processing,
                    WhenPatientErasedThenForget.GROUP,
                    deadLetters,
                    PooledStreamingEventProcessor.Builder::enableCoordinatorClaimExtension));
  }
}
