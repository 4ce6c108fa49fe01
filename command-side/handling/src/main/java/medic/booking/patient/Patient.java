package medic.booking.patient;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Map;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.patient.EmergencyContactDetails;
import medic.command.patient.PatientDetails;
import medic.events.id.PatientId;
import medic.events.patient.EmergencyContact;
import medic.events.patient.PatientEvent;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A patient's profile. It is not kept in the state: personal data stays sealed in the events. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Patient {

  @AggregateIdentifier private @Nullable PatientId id;

  Patient() {}

  static Patient register(PatientId id, PatientDetails details) {
    AggregateLifecycle.apply(new PatientRegistered(id, profile(id, details)));
    return new Patient();
  }

  void revise(PatientId patient, PatientDetails details) {
    AggregateLifecycle.apply(new PatientProfileRevised(patient, profile(patient, details)));
  }

  /** A patient gives an e-mail address or a phone number. */
  static void mustBeReachable(PatientDetails details) {
    if (details.email() == null && details.phone() == null) {
      throw new Refusal(
          RefusalCode.CONTACT_MISSING, "Give an e-mail address or a phone number.", "email");
    }
  }

  @EventSourcingHandler
  void evolve(PatientEvent event) {
    id = event.patientId();
  }

  static PatientProfile profileOf(PatientDetails d) {
    return new PatientProfile(
        d.fullName(),
        d.email(),
        d.phone(),
        d.preferredLanguage(),
        d.preferredTimezone(),
        d.communicationPreferences() == null ? Map.of() : d.communicationPreferences(),
        contact(d.emergencyContact()));
  }

  private static Personal<PatientProfile> profile(PatientId id, PatientDetails details) {
    return Personal.of(id.value(), profileOf(details));
  }

  private static @Nullable EmergencyContact contact(@Nullable EmergencyContactDetails d) {
    return d == null ? null : EmergencyContact.of(d.name(), d.phone(), d.relationship());
  }
}
