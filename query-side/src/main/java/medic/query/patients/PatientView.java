package medic.query.patients;

import java.time.ZoneId;
import java.util.Map;
import medic.events.id.PatientId;
import medic.events.patient.EmergencyContact;
import org.jspecify.annotations.Nullable;

/**
 * A patient's profile; with {@code erased} only that there was one.
 *
 * @param version absent for one that was saved before versions could be told
 */
public record PatientView(
    PatientId patientId,
    @Nullable String fullName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String preferredLanguage,
    @Nullable ZoneId preferredTimezone,
    @Nullable Map<String, Object> communicationPreferences,
    @Nullable EmergencyContact emergencyContact,
    boolean erased,
    @Nullable String version) {}
