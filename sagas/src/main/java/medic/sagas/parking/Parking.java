package medic.sagas.parking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The groups that park what they cannot handle. Each has one segment: it handles in order. */
@Component
public class Parking {

  /** How soon a group goes on after a batch that failed. */
  private static final long CLAIM_MILLIS = 1000;

  private final Map<String, ParkingInvoker> groups = new ConcurrentHashMap<>();
  private final ParkedEvents parked;
  private final TransactionTemplate apart;

  Parking(ParkedEvents parked, PlatformTransactionManager transactions) {
    this.parked = parked;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Registers a group that reads the log from its first event on. */
  public static void register(
      EventProcessingConfigurer processing,
      String group,
      ObjectProvider<Parking> parking,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    processing
        .registerEventProcessor(
            group,
            (name, config, handlers) ->
                more.apply(processor(name, config, parking.getObject().around(name, handlers)))
                    .build())
        .registerListenerInvocationErrorHandler(
            group, config -> PropagatingErrorHandler.instance());
  }

  private static PooledStreamingEventProcessor.Builder processor(
      String name, Configuration config, EventHandlerInvoker handlers) {
    EventProcessingConfiguration settings = config.eventProcessingConfiguration();
    return PooledStreamingEventProcessor.builder()
        .name(name)
        .eventHandlerInvoker(handlers)
        .rollbackConfiguration(settings.rollbackConfiguration(name))
        .errorHandler(PropagatingErrorHandler.instance())
        .messageMonitor(settings.messageMonitor(PooledStreamingEventProcessor.class, name))
        .messageSource(config.eventStore())
        .tokenStore(settings.tokenStore(name))
        .transactionManager(settings.transactionManager(name))
        .coordinatorExecutor(thread(config, "coordinator of " + name))
        .workerExecutor(thread(config, name))
        .initialSegmentCount(1)
        .tokenClaimInterval(CLAIM_MILLIS)
        .claimExtensionThreshold(Claims.EXTENSION_MILLIS)
        .initialToken(StreamableMessageSource::createTailToken);
  }

  private static ScheduledExecutorService thread(Configuration config, String name) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory(name));
    config.onShutdown(thread::shutdown);
    return thread;
  }

  private ParkingInvoker around(String group, EventHandlerInvoker handlers) {
    return groups.computeIfAbsent(group, name -> new ParkingInvoker(name, handlers, parked, apart));
  }

  /** The handlers of a group that runs in this process. */
  ParkingInvoker group(String name) {
    ParkingInvoker found = groups.get(name);
    if (found == null) {
      throw new IllegalStateException(name + " does not run in this process");
    }
    return found;
  }
}
