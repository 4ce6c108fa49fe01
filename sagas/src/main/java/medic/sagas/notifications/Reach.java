package medic.sagas.notifications;

import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.sagas.contacts.Contacts;
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
    return channels.find(channelTo(contacts, patient)).isPresent();
  }

  /** By mail where there is an address, which is taken for granted of one not known yet. */
  static NotificationChannel channelTo(Contacts contacts, PatientId patient) {
    boolean hasPhoneOnly =
        contacts
            .patient(patient)
            .flatMap(known -> known.toOptional())
            .filter(profile -> profile.email() == null)
            .isPresent();
    return hasPhoneOnly ? NotificationChannel.SMS : NotificationChannel.EMAIL;
  }
}
