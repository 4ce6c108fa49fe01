package medic.sagas.erasure;

import medic.sagas.parking.Claims;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/**
 * How erasures are carried out: one after the other, and again until they succeed. One may take
 * long, so that its claim is renewed from beside it.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  @Bean
  static ConfigurerModule erasureProcessor() {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                processing
                    .registerPooledStreamingEventProcessor(
                        WhenPatientErasedThenForget.GROUP,
                        org.axonframework.config.Configuration::eventStore,
                        (config, processor) ->
                            processor
                                .initialSegmentCount(1)
                                .claimExtensionThreshold(Claims.EXTENSION_MILLIS)
                                .enableCoordinatorClaimExtension()
                                .initialToken(StreamableMessageSource::createTailToken))
                    .registerListenerInvocationErrorHandler(
                        WhenPatientErasedThenForget.GROUP,
                        config -> PropagatingErrorHandler.instance()));
  }
}
