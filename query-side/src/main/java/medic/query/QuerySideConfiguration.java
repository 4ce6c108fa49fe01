package medic.query;

import java.util.List;
import medic.deadletters.DeadLetterConfiguration;
import medic.deadletters.DeadLetterGroups;
import medic.query.agenda.AgendaProjection;
import medic.query.analytics.AnalyticsProjection;
import medic.query.appointments.AppointmentsProjection;
import medic.query.audit.timeline.TimelineProjection;
import medic.query.availability.AvailabilityProjection;
import medic.query.bookings.BookingsProjection;
import medic.query.directory.DirectoryProjection;
import medic.query.names.NamesProjection;
import medic.query.patients.PatientsProjection;
import medic.query.processing.BatchLinger;
import medic.query.processing.LingeringExecutor;
import medic.query.processing.NotifiedEventSource;
import medic.query.schedule.SchedulesProjection;
import medic.query.web.BehindReadModels;
import medic.query.web.ReadsOwnWrites;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The read side: its projections, its queries, its endpoints. */
@Configuration
@Import(DeadLetterConfiguration.class)
@ComponentScan("medic.query")
@EntityScan("medic.query")
@EnableJpaRepositories("medic.query")
public class QuerySideConfiguration implements WebMvcConfigurer {

  /** The processing groups of all read models. */
  public static final List<String> GROUPS =
      List.of(
          AgendaProjection.GROUP,
          AnalyticsProjection.GROUP,
          AppointmentsProjection.GROUP,
          AvailabilityProjection.GROUP,
          BookingsProjection.GROUP,
          DirectoryProjection.GROUP,
          NamesProjection.GROUP,
          PatientsProjection.GROUP,
          SchedulesProjection.GROUP,
          TimelineProjection.GROUP);

  private static final int BATCH = 1000;

  private static final int WORKERS = 2;

  private final ReadsOwnWrites readsOwnWrites;
  private final BehindReadModels behindReadModels;

  QuerySideConfiguration(ReadsOwnWrites readsOwnWrites, BehindReadModels behindReadModels) {
    this.readsOwnWrites = readsOwnWrites;
    this.behindReadModels = behindReadModels;
  }

  /** Runs every group's batches, after letting events gather for a moment. */
  @Bean(destroyMethod = "shutdownNow")
  static LingeringExecutor readModelWorkers(BatchLinger gathering) {
    return new LingeringExecutor(WORKERS, gathering);
  }

  @Bean
  static NotifiedEventSource readModelEvents(EventStore store, BatchLinger gathering) {
    return new NotifiedEventSource(store, gathering);
  }

  /**
   * One segment a group: rows of one read model follow events of several aggregates (a hold's and
   * its room's, a patient's and an appointment's), which only one segment keeps in order. Batches,
   * not threads, make it fast.
   */
  @Bean
  static ConfigurerModule readModelProcessors(
      LingeringExecutor readModelWorkers,
      ObjectProvider<NotifiedEventSource> events,
      ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                GROUPS.forEach(
                    group ->
                        DeadLetterGroups.registerTogether(
                            processing,
                            group,
                            deadLetters,
                            processor ->
                                processor
                                    .batchSize(BATCH)
                                    .messageSource(
                                        events
                                            .getObject()
                                            .within(deadLetters.getObject().limit(group)))
                                    .workerExecutor(readModelWorkers))));
  }

  /**
   * Answers queries without a transaction around them: each statement stands for itself, and a
   * transaction would cost every answer a round trip and an entity manager.
   */
  @Bean
  @Qualifier("localSegment")
  @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
  static SimpleQueryBus readingQueryBus(org.axonframework.config.Configuration axon) {
    SimpleQueryBus bus =
        SimpleQueryBus.builder()
            .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
            .transactionManager(NoTransactionManager.INSTANCE)
            .build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    return bus;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(behindReadModels);
    registry.addInterceptor(readsOwnWrites);
  }
}
