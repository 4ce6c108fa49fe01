package medic.booking.claim;

import medic.booking.deciding.FirstEvents;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

  /** Where commands are handled: on Axon Server, they come to the local segment. */
  @Bean
  SmartInitializingSingleton idClaims(
      @Qualifier("localSegment") SimpleCommandBus commandBus,
      EventStore eventStore,
      FirstEvents firstEvents) {
    return () -> commandBus.registerHandlerInterceptor(new IdClaims(eventStore, firstEvents));
  }
}
