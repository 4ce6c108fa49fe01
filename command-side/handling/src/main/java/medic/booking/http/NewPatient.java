package medic.booking.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Map;
import medic.command.patient.ContactPreferences;
import medic.command.patient.EmergencyContactDetails;
import medic.command.patient.LanguageTag;
import medic.command.patient.PatientDetails;
import medic.contact.Email;
import medic.contact.PhoneNumber;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** The body of a patient's registration: the profile's fields, and a login. */
record NewPatient(
    @Nullable PatientId patientId,
    @NotBlank @Size(max = 200) String fullName,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @PhoneNumber String phone,
    @Nullable @LanguageTag String preferredLanguage,
    @Nullable ZoneId preferredTimezone,
    @Nullable @Size(max = 50) @ContactPreferences Map<String, Object> communicationPreferences,
    @Nullable @Valid EmergencyContactDetails emergencyContact,
    @Nullable @Valid LoginRequest login) {

  PatientDetails details() {
    return new PatientDetails(
        patientId,
        fullName,
        email,
        phone,
        preferredLanguage,
        preferredTimezone,
        communicationPreferences,
        emergencyContact);
  }
}
