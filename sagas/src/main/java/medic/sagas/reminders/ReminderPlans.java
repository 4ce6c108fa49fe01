package medic.sagas.reminders;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import medic.events.doctor.RemindersPlanned;
import medic.events.id.AppointmentTypeId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.sagas.messages.contacts.CommunicationPreferences;
import medic.sagas.messages.contacts.Contacts;
import org.springframework.stereotype.Component;

/** Whose wish counts: the patient's, or else the kind of visit's, or else the usual. */
@Component
public class ReminderPlans {

  private final Contacts contacts;

  public ReminderPlans(Contacts contacts) {
    this.contacts = contacts;
  }

  /** The plan for a patient as their profile stands; empty for one who is erased or not known. */
  Optional<ReminderPlan> of(PatientId patient, AppointmentTypeId type, ZoneId bookedIn) {
    return contacts
        .patient(patient)
        .flatMap(profile -> profile.toOptional())
        .map(profile -> of(profile, type, bookedIn));
  }

  /** The plan for a patient with this profile. */
  ReminderPlan of(PatientProfile profile, AppointmentTypeId type, ZoneId bookedIn) {
    CommunicationPreferences wishes = CommunicationPreferences.of(profile);
    List<Integer> hours =
        wishes
            .reminderHours()
            .or(() -> contacts.type(type).flatMap(Contacts.VisitType::reminderHours))
            .orElse(RemindersPlanned.USUAL_HOURS);
    ZoneId own = profile.preferredTimezone();
    return new ReminderPlan(hours, wishes.quiet(), own == null ? bookedIn : own);
  }
}
