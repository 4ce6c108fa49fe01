package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import medic.deadletters.DeadLetterGroups;
import medic.events.appointment.AppointmentEvent;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.VisitsRelieved;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.outbox.Absence;
import medic.sagas.messages.outbox.OutboxTable;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** How what leads to messages is handled: in order, batch by batch, each in one transaction. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  private static final int BATCH = 100;

  /** One segment: who may be told of a visit depends on events of other streams before it. */
  @Bean
  static ConfigurerModule notificationProcessor(ObjectProvider<DeadLetterGroups> deadLetters) {
    return configurer ->
        configurer.eventProcessing(
            processing ->
                DeadLetterGroups.register(
                    processing,
                    ContactBook.GROUP,
                    deadLetters,
                    processor -> processor.batchSize(BATCH)));
  }

  @Bean
  Revisions revisions(EventStore events) {
    return (visit, revision) ->
        events.lastSequenceNumberFor(visit.toString()).filter(last -> last > revision).isPresent()
            && events
                .readEvents(visit.toString(), revision + 1)
                .asStream()
                .map(Message::getPayload)
                .anyMatch(event -> event instanceof AppointmentEvent of && of.changesCourse());
  }

  /** Reads from the event on that is told of: a snapshot would not tell. */
  @Bean
  Absences absences(EventStore events) {
    return (doctor, absence) ->
        events
            .readEvents(doctor.toString(), absence.since())
            .asStream()
            .map(Message::getPayload)
            .anyMatch(event -> endsIt(event, absence));
  }

  private static boolean endsIt(Object event, Absence absence) {
    if (event instanceof TimeOffCancelled cancelled) {
      return cancelled.timeOffId().equals(absence.timeOff());
    } else if (event instanceof VisitsRelieved relieved) {
      return absence.visit() != null && relieved.appointmentIds().contains(absence.visit());
    }
    return event instanceof HitVisitKept kept && kept.appointmentId().equals(absence.visit());
  }

  @Bean
  Task<Void> sendNotification(Sender sender) {
    return SendExecution.of(sender);
  }

  /** With a client of its own, for the scheduler cannot be there before its tasks. */
  @Bean
  Task<Void> sweepNotifications(OutboxTable table, DataSource dataSource, Clock clock) {
    SchedulerClient scheduler =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), List.of())
            .tableName("work.scheduled_tasks")
            .build();
    return SweepTask.of(table, scheduler, clock);
  }
}
