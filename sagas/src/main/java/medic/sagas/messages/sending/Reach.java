package medic.sagas.messages.sending;

import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.contacts.Contacts;
import org.springframework.stereotype.Component;

/** Whether a message that must be told can reach somebody at all. */
@Component
public class Reach {

  private final Contacts contacts;
  private final MessageChannels channels;

  public Reach(Contacts contacts, MessageChannels channels) {
    this.contacts = contacts;
    this.channels = channels;
  }

  /** Doctors always have a mail address. */
  public boolean reaches(DoctorId doctor) {
    return channels.find(NotificationChannel.EMAIL).isPresent();
  }

  public boolean reaches(PatientId patient) {
    return channels.find(contacts.channelTo(patient)).isPresent();
  }
}
