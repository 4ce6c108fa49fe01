package medic.command.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Map;
import medic.contact.Email;
import medic.contact.PhoneNumber;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is: language a BCP 47 tag, phone in any usual writing, at least one of e-mail and
 * phone.
 */
public record PatientDetails(
    @Nullable PatientId patientId,
    @NotBlank @Size(max = 200) String fullName,
    @Nullable @Email @Size(max = 254) String email,
    @Nullable @PhoneNumber String phone,
    @Nullable @LanguageTag String preferredLanguage,
    @Nullable ZoneId preferredTimezone,
    @Nullable @Size(max = 50) @ContactPreferences Map<String, Object> communicationPreferences,
    @Nullable @Valid EmergencyContactDetails emergencyContact) {}
