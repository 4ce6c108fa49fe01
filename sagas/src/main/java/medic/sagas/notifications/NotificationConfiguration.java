package medic.sagas.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import medic.sagas.contacts.ContactBook;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** How what leads to messages is handled: in order, batch by batch, each in one transaction. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  private static final int BATCH = 100;

  /** One segment: who may be told of a visit depends on events of other streams before it. */
  @Bean
  static ConfigurerModule notificationProcessor() {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                processing
                    .registerPooledStreamingEventProcessor(
                        ContactBook.GROUP,
                        Configuration::eventStore,
                        (config, processor) ->
                            processor
                                .batchSize(BATCH)
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken))
                    .registerListenerInvocationErrorHandler(
                        ContactBook.GROUP, config -> PropagatingErrorHandler.instance()));
  }

  @Bean
  Task<Void> sendNotification(Sender sender) {
    return SendTask.of(sender);
  }

  /** With a client of its own, for the scheduler cannot be there before its tasks. */
  @Bean
  Task<Void> sweepNotifications(DispatchTable table, DataSource dataSource, Clock clock) {
    SchedulerClient scheduler =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), List.of())
            .tableName("work.scheduled_tasks")
            .build();
    return SweepTask.of(table, scheduler, clock);
  }
}
