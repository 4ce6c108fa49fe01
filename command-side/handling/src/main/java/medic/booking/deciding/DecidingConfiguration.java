package medic.booking.deciding;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import medic.command.Actor;
import medic.command.CommandMetaData;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How commands are decided on this node: cache, snapshots, retries. */
@Configuration(proxyBeanMethods = false)
class DecidingConfiguration {

  private static final int CACHED_CALENDARS = 20_000;
  private static final int WAITING_SNAPSHOTS = 100;
  private static final int ATTEMPTS = 10;

  @Bean
  Cache calendarCache() {
    return new CaffeineCache(CACHED_CALENDARS);
  }

  @Bean
  FirstEvents firstEvents(EventStore eventStore) {
    return new FirstEvents(eventStore);
  }

  @Bean
  RaceBackoff backoff(RandomGenerator random) {
    return new RaceBackoff(ATTEMPTS, random);
  }

  /** Away from the bookings: what is too much, or waits at the end, is taken with a later event. */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService snapshotExecutor() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(WAITING_SNAPSHOTS),
        task -> {
          Thread thread = new Thread(task, "snapshots");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  @Bean
  SnapshotCounts snapshotCounts() {
    return new SnapshotCounts();
  }

  @Bean
  Repositories repositories(
      EventStore eventStore,
      Cache calendarCache,
      @Qualifier("snapshotExecutor") ExecutorService snapshotExecutor,
      SnapshotCounts counts,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers) {
    return new Repositories(
        eventStore, calendarCache, snapshotExecutor, counts, parameters, handlers);
  }

  @Bean
  Snapshotter snapshotter(Repositories repositories) {
    return repositories.snapshotter();
  }

  @Bean
  @Qualifier("localSegment")
  SimpleCommandBus commandBus(
      EventStore eventStore,
      Cache calendarCache,
      StorePosition position,
      RaceBackoff backoff,
      List<CorrelationDataProvider> correlation) {
    RetryingCommandBus bus =
        new RetryingCommandBus(
            SimpleCommandBus.builder(), eventStore, calendarCache, position, backoff);
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    return bus;
  }

  /** Who acted, by which way and under which key goes from the command into its events. */
  @Bean
  CorrelationDataProvider actorIntoEvents() {
    return new SimpleCorrelationDataProvider(
        Actor.TYPE_KEY,
        Actor.ID_KEY,
        CommandMetaData.CHANNEL,
        CommandMetaData.ADDRESS,
        CommandMetaData.IDEMPOTENCY_KEY,
        CommandMetaData.REQUEST);
  }
}
