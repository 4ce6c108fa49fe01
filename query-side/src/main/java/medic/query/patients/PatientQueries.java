package medic.query.patients;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import medic.events.consent.ChannelWords;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfile;
import medic.events.patient.ProfileVersion;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens profiles for those who may read them. */
@Component
class PatientQueries {

  private final PatientEntries entries;
  private final ConsentRows consents;
  private final Treatment treatment;
  private final SealedData personal;

  PatientQueries(
      PatientEntries entries, ConsentRows consents, Treatment treatment, SealedData personal) {
    this.entries = entries;
    this.consents = consents;
    this.treatment = treatment;
    this.personal = personal;
  }

  @QueryHandler
  Optional<PatientView> handle(FindPatient query) {
    if (query.onBehalfOf() != null && !treatment.opens(query.patientId(), query.onBehalfOf())) {
      return Optional.empty();
    }
    return entries.findById(query.patientId().value()).map(this::view);
  }

  private PatientView view(PatientEntry entry) {
    PatientWords words = new PatientWords(personal);
    @Nullable PatientProfile profile = words.opened(entry.profile(), PatientProfile.class);
    PatientId id = new PatientId(entry.patientId());
    Map<NotificationChannel, ChannelWords.Entry> ledger = consents.of(id);
    return profile == null
        ? new PatientView(id, null, null, null, null, null, null, null, words.erased(), null)
        : new PatientView(
            id,
            profile.fullName(),
            profile.email(),
            profile.phone(),
            profile.preferredLanguage(),
            profile.preferredTimezone(),
            ChannelWords.held(profile.communicationPreferences(), entry.savedAt(), ledger),
            profile.emergencyContact(),
            false,
            version(entry.savedAt(), ledger));
  }

  private static @Nullable String version(
      @Nullable Instant savedAt, Map<NotificationChannel, ChannelWords.Entry> ledger) {
    Map<NotificationChannel, Boolean> given = new EnumMap<>(NotificationChannel.class);
    ledger.forEach((channel, entry) -> given.put(channel, entry.given()));
    return savedAt == null ? null : ProfileVersion.of(savedAt, given);
  }
}
