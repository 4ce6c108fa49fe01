package medic.sagas.messages.contacts;

import java.util.Optional;
import java.util.function.Supplier;
import medic.events.patient.PatientProfile;
import medic.personal.MissingPatientKeyException;
import medic.personal.PersonalDataTamperedException;
import medic.personal.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens profiles without letting one that nobody can open, such as after a restore without its key,
 * stand in the way of all others: it counts as not known, and its messages become dead letters.
 */
public final class ReadableProfiles {

  private static final Logger LOG = LoggerFactory.getLogger(ReadableProfiles.class);

  private ReadableProfiles() {}

  /** The profile, or that it was erased; empty where it cannot be opened. */
  public static Optional<Value<PatientProfile>> open(Supplier<Value<PatientProfile>> profile) {
    try {
      return Optional.of(profile.get());
    } catch (MissingPatientKeyException | PersonalDataTamperedException unreadable) {
      LOG.warn("A profile cannot be opened: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }
}
