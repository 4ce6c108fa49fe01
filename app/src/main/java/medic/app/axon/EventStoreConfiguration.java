package medic.app.axon;

import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import medic.booking.deciding.SnapshotCounts;
import medic.booking.deciding.StorePosition;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store: PostgreSQL's, unless an Axon Server is named. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

  private static final int READ_BATCH = 1000;
  private static final long FETCH_DELAY_MILLIS = 100;

  @Bean
  @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
  EventStorageEngine eventStorageEngine(
      DataSource dataSource,
      Serializer defaultSerializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      org.axonframework.config.Configuration axon) {
    return new PostgresEventStorageEngine(
        JdbcEventStorageEngine.builder()
            .schema(schema())
            .dataType(byte[].class)
            .connectionProvider(dataSource::getConnection)
            .transactionManager(NoTransactionManager.INSTANCE)
            .persistenceExceptionResolver(new DuplicateKeys())
            .upcasterChain(axon.upcasterChain())
            .snapshotFilter(axon.snapshotFilter())
            .snapshotSerializer(defaultSerializer)
            .eventSerializer(eventSerializer)
            .batchSize(READ_BATCH)
            .gapTimeout(StoreLimits.GAP_MILLIS)
            .gapCleaningThreshold(StoreLimits.GAPS_BEFORE_CLEANING));
  }

  /** As Axon makes it, but looking more often for what other processes have appended, counting. */
  @Bean(name = "eventBus")
  @Qualifier("eventStore")
  @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
  EmbeddedEventStore eventStore(
      EventStorageEngine engine,
      SnapshotCounts snapshots,
      org.axonframework.config.Configuration axon) {
    return new CountingEventStore(
        EmbeddedEventStore.builder()
            .storageEngine(engine)
            .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
            .fetchDelay(FETCH_DELAY_MILLIS),
        snapshots);
  }

  @Bean
  MeterBinder snapshotMeters(SnapshotCounts snapshots) {
    return new SnapshotMeters(snapshots);
  }

  private static EventSchema schema() {
    return EventSchema.builder()
        .eventTable("store.domain_event_entry")
        .snapshotTable("store.snapshot_event_entry")
        .globalIndexColumn("global_index")
        .timestampColumn("time_stamp")
        .eventIdentifierColumn("event_identifier")
        .aggregateIdentifierColumn("aggregate_identifier")
        .sequenceNumberColumn("sequence_number")
        .typeColumn("type")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .build();
  }

  @Bean
  StorePosition storePosition(EventStore eventStore) {
    return () -> {
      TrackingToken head = eventStore.createHeadToken();
      return head == null ? -1 : head.position().orElse(-1);
    };
  }
}
