package medic.events.patient;

import java.time.ZoneId;
import java.util.Map;
import medic.personal.PersonalLabel;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is and how to reach them. Language is a BCP 47 tag; preferences are an open JSON
 * object.
 */
@PersonalLabel("patient.profile")
public record PatientProfile(
    String fullName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String preferredLanguage,
    @Nullable ZoneId preferredTimezone,
    Map<String, Object> communicationPreferences,
    @Nullable EmergencyContact emergencyContact) {

  /** What JSON is written with longer names than these cannot be read back. */
  private static final int MAX_NAME_LENGTH = 50_000;

  public PatientProfile {
    if (communicationPreferences.keySet().stream()
        .anyMatch(key -> key.length() > MAX_NAME_LENGTH)) {
      throw new IllegalArgumentException("a preference's name is too long");
    }
  }

  /** The same profile with other preferences. */
  public PatientProfile withPreferences(Map<String, Object> preferences) {
    return new PatientProfile(
        fullName,
        email,
        phone,
        preferredLanguage,
        preferredTimezone,
        preferences,
        emergencyContact);
  }
}
