package medic.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
public class DeadLetterGroups {

  /** How soon a group goes on after a batch that failed. */
  private static final long CLAIM_MILLIS = 1000;

  /** How soon a group tries again, however often it failed. */
  private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

  private final Map<String, DeadLetteringInvoker> groups = new ConcurrentHashMap<>();
  private final Map<String, BatchLimit> limits = new ConcurrentHashMap<>();
  private final EventDeadLetterTable parked;
  private final TransactionTemplate apart;
  private final List<TransientFault> passing;

  DeadLetterGroups(
      EventDeadLetterTable parked,
      PlatformTransactionManager transactions,
      ObjectProvider<TransientFault> passing) {
    this.parked = parked;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.passing = passing.stream().toList();
  }

  /** Registers a group that reads the log from its first event on, and handles one by one. */
  public static void register(
      EventProcessingConfigurer processing,
      String group,
      ObjectProvider<DeadLetterGroups> deadLetters,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    register(processing, group, deadLetters, DeadLetterGroups::singleEventInvoker, more);
  }

  /** As {@link #register}, for a group that must not leave out anything but what is unreadable. */
  public static void registerUntiring(
      EventProcessingConfigurer processing,
      String group,
      ObjectProvider<DeadLetterGroups> deadLetters,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    register(processing, group, deadLetters, DeadLetterGroups::untiring, more);
  }

  /**
   * As {@link #register}, for a group that writes at the end of a batch. Its source has to heed the
   * group's {@link #limit}.
   */
  public static void registerTogether(
      EventProcessingConfigurer processing,
      String group,
      ObjectProvider<DeadLetterGroups> deadLetters,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    register(processing, group, deadLetters, DeadLetterGroups::together, more);
  }

  private static void register(
      EventProcessingConfigurer processing,
      String group,
      ObjectProvider<DeadLetterGroups> deadLetters,
      Style style,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    processing
        .registerEventProcessor(
            group,
            (name, config, handlers) ->
                more.apply(
                        processor(
                                name, config, deadLetters.getObject().around(name, handlers, style))
                            .coordinatorExecutor(thread(config, "Coordinator[" + name + "]"))
                            .workerExecutor(thread(config, name)))
                    .build())
        .registerListenerInvocationErrorHandler(
            group, config -> PropagatingErrorHandler.instance());
  }

  /** Handles the log's past with the handlers of a group that runs in this process. */
  public HistoryHandler historyOf(String group) {
    return new HistoryHandler(group(group).handlers, parked, passing);
  }

  /**
   * A processor of a name, position and parked events of its own, with the handlers of a group that
   * runs in this process. It is not started, and its threads are its owner's.
   *
   * @param around what is done with each event before it is handled
   */
  public PooledStreamingEventProcessor beside(
      String group,
      String name,
      Configuration config,
      UnaryOperator<EventHandlerInvoker> around,
      UnaryOperator<PooledStreamingEventProcessor.Builder> more) {
    EventHandlerInvoker handlers = around.apply(group(group).handlers);
    BatchInvoker parking = new BatchInvoker(name, handlers, parked, apart, passing, limit(name));
    return more.apply(processor(name, config, parking)).build();
  }

  /**
   * In the transaction of the caller: what one name has parked is another's from now on, in place
   * of what that one had parked.
   */
  public void handOver(String from, String to) {
    parked.forget(to);
    parked.rename(from, to);
  }

  /** Forgets what was parked under a name. */
  public void forget(String name) {
    parked.forget(name);
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
        .initialSegmentCount(1)
        .tokenClaimInterval(CLAIM_MILLIS)
        .claimExtensionThreshold(TokenClaims.EXTENSION_MILLIS)
        .initialToken(StreamableMessageSource::createTailToken);
  }

  private static ScheduledExecutorService thread(Configuration config, String name) {
    ScheduledExecutorService thread =
        new BoundedDelayExecutor(new AxonThreadFactory(name), MAX_PAUSE);
    config.onShutdown(thread::shutdown);
    return thread;
  }

  private DeadLetteringInvoker around(String group, EventHandlerInvoker handlers, Style style) {
    return groups.computeIfAbsent(group, name -> style.around(this, name, handlers));
  }

  private DeadLetteringInvoker singleEventInvoker(String group, EventHandlerInvoker handlers) {
    return new SingleEventInvoker(group, handlers, parked, apart, passing);
  }

  private DeadLetteringInvoker untiring(String group, EventHandlerInvoker handlers) {
    return new UntiringInvoker(group, handlers, parked, apart, passing);
  }

  private DeadLetteringInvoker together(String group, EventHandlerInvoker handlers) {
    return new BatchInvoker(group, handlers, parked, apart, passing, limit(group));
  }

  /** The names of all groups that run in this process. */
  public Set<String> groups() {
    return Set.copyOf(groups.keySet());
  }

  /** How many events a group may be given at the moment. */
  public BatchLimit limit(String group) {
    return limits.computeIfAbsent(group, any -> new BatchLimit());
  }

  /** The handlers of a group that runs in this process. */
  DeadLetteringInvoker group(String name) {
    DeadLetteringInvoker found = groups.get(name);
    if (found == null) {
      throw new IllegalStateException(name + " does not run in this process");
    }
    return found;
  }

  /** How a group's events are handled. */
  private interface Style {
    DeadLetteringInvoker around(
        DeadLetterGroups deadLetters, String group, EventHandlerInvoker handlers);
  }
}
