package medic.sagas.erasure;

import medic.parking.Parking;
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
  static ConfigurerModule erasureProcessor(ObjectProvider<Parking> parking) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                Parking.registerUntiring(
                    processing,
                    WhenPatientErasedThenForget.GROUP,
                    parking,
                    PooledStreamingEventProcessor.Builder::enableCoordinatorClaimExtension));
  }
}
