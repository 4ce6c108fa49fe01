package medic.command.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Map;
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
    @Nullable
        @Size(max = 50)
        @Pattern(regexp = "[+0-9][0-9 ()./-]{3,}", message = "must be a phone number")
        String phone,
    @Nullable
        @Size(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "must be a language tag")
        String preferredLanguage,
    @Nullable ZoneId preferredTimezone,
    @Nullable @Size(max = 50) Map<String, Object> communicationPreferences,
    @Nullable @Valid EmergencyContactDetails emergencyContact) {}
