package medic.events.patient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medic.events.Version;
import medic.events.notification.NotificationChannel;

/**
 * The version of a patient's profile: when it was saved and what the ledger of consent says, for
 * both are shown in it and both are edited by saving it. Not a digest of what is in it, by which
 * one could try what that is.
 */
public final class ProfileVersion {

  private ProfileVersion() {}

  /**
   * @param given what the ledger says last of each channel
   */
  public static String of(Instant savedAt, Map<NotificationChannel, Boolean> given) {
    List<String> words =
        new TreeMap<>(given)
            .entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
    return Version.of(savedAt.truncatedTo(ChronoUnit.MILLIS), words);
  }
}
