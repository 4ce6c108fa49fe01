package medic.app.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where processors, sagas and deadlines keep their state: in the transaction of their work. */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

  /**
   * How long the work of a node that was killed lies idle; nodes renew their claims well within.
   */
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

  private static final int DEADLINE_THREADS = 2;
  private static final Duration DEADLINE_POLL = Duration.ofSeconds(1);

  /** After some missed ones, what a killed node had begun is taken up by another. */
  private static final Duration DEADLINE_HEARTBEAT = Duration.ofSeconds(3);

  @Bean
  NodeName nodeName(RandomGenerator random) {
    return NodeName.ofThisProcess(random);
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, NodeName node) {
    return new FencedTokenStore(
        JdbcTokenStore.builder()
            .connectionProvider(connections)
            .serializer(serializer)
            .contentType(byte[].class)
            .claimTimeout(CLAIM_TIMEOUT)
            .nodeId(node.value())
            .schema(
                TokenSchema.builder()
                    .setTokenTable("work.token_entry")
                    .setProcessorNameColumn("processor_name")
                    .setSegmentColumn("segment")
                    .setTokenColumn("token")
                    .setTokenTypeColumn("token_type")
                    .setTimestampColumn("timestamp")
                    .setOwnerColumn("owner")
                    .build()),
        node.value(),
        serializer);
  }

  @Bean
  SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
    SagaSchema schema =
        SagaSchema.builder()
            .sagaEntryTable("work.saga_entry")
            .sagaIdColumn("saga_id")
            .sagaTypeColumn("saga_type")
            .revisionColumn("revision")
            .serializedSagaColumn("serialized_saga")
            .associationValueEntryTable("work.association_value_entry")
            .associationKeyColumn("association_key")
            .associationValueColumn("association_value")
            .build();
    return JdbcSagaStore.builder()
        .connectionProvider(connections)
        .sqlSchema(new PostgresSagaSqlSchema(schema))
        .serializer(serializer)
        .build();
  }

  /** Deadlines take part in the transaction of the saga that sets them. */
  @Bean(destroyMethod = "")
  Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks, NodeName node) {
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
        .tableName("work.scheduled_tasks")
        .schedulerName(new SchedulerName.Fixed(node.value()))
        .threads(DEADLINE_THREADS)
        .pollingInterval(DEADLINE_POLL)
        .heartbeatInterval(DEADLINE_HEARTBEAT)
        .build();
  }

  @Bean
  SchedulerStart schedulerStart(Scheduler scheduler) {
    return new SchedulerStart(scheduler);
  }
}
