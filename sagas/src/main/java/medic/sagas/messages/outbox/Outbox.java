package medic.sagas.messages.outbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import medic.events.id.AppointmentId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfile;
import medic.personal.Value;
import medic.sagas.messages.contacts.CommunicationPreferences;
import medic.sagas.messages.contacts.Contacts;
import org.springframework.stereotype.Component;

/**
 * Queues messages. It takes part in the transaction of the event that they follow from: a message
 * and the durable call that will send it are there together, or neither is.
 */
@Component
public class Outbox {

  private final OutboxTable table;
  private final SchedulerClient scheduler;
  private final Contacts contacts;
  private final Subscriptions subscriptions;
  private final NotificationSettings settings;

  public Outbox(
      OutboxTable table,
      SchedulerClient scheduler,
      Contacts contacts,
      Subscriptions subscriptions,
      NotificationSettings settings) {
    this.table = table;
    this.scheduler = scheduler;
    this.contacts = contacts;
    this.subscriptions = subscriptions;
    this.settings = settings;
  }

  /** Queues a notice for each channel that suits its recipient; told again, it is queued once. */
  public void enqueue(Notice notice) {
    for (NotificationChannel channel : channelsFor(notice)) {
      NotificationId id = notice.idBy(channel);
      if (table.insert(id, notice, channel)) {
        scheduler.scheduleIfNotExists(SendTask.instanceOf(id), notice.dueAt());
      }
    }
  }

  /** Takes back what is still queued for a cause. */
  public void withdraw(String cause, String reason) {
    table.withdraw(cause, reason);
  }

  /** Takes back what is still queued for a patient of the time of a visit being taken. */
  public void withdrawHit(AppointmentId visit, Function<Template, String> reason) {
    for (Template told : List.of(Template.DOCTOR_AWAY, Template.TIME_TAKEN)) {
      table.withdraw(visit, told, reason.apply(told));
    }
  }

  private Set<NotificationChannel> channelsFor(Notice notice) {
    return switch (notice.recipient()) {
      case DOCTOR -> EnumSet.of(NotificationChannel.EMAIL);
      case PRACTICE ->
          settings.practice().isPresent()
              ? EnumSet.of(NotificationChannel.EMAIL)
              : EnumSet.noneOf(NotificationChannel.class);
      case PATIENT ->
          notice.patientId() == null
              ? Set.of()
              : channelsFor(notice.template(), notice.patientId());
    };
  }

  private Set<NotificationChannel> channelsFor(Template template, PatientId patient) {
    return template.carriesLink() ? EnumSet.of(contacts.channelTo(patient)) : channelsFor(patient);
  }

  /**
   * Who is not known is written to all the same, and becomes a dead letter that people see. So is
   * who wants no channel: that message is withdrawn, which is on record and may lead to a call.
   */
  private Set<NotificationChannel> channelsFor(PatientId patient) {
    Optional<Value<PatientProfile>> known = contacts.patient(patient);
    if (known.isEmpty()) {
      return EnumSet.of(NotificationChannel.EMAIL);
    }
    return known.get().toOptional().map(profile -> channelsFor(patient, profile)).orElse(Set.of());
  }

  private Set<NotificationChannel> channelsFor(PatientId patient, PatientProfile profile) {
    Set<NotificationChannel> channels = EnumSet.noneOf(NotificationChannel.class);
    channels.addAll(CommunicationPreferences.of(profile).channels());
    if (!subscriptions.exist(patient)) {
      channels.remove(NotificationChannel.PUSH);
    }
    return channels.isEmpty() ? EnumSet.of(contacts.channelTo(patient)) : channels;
  }
}
