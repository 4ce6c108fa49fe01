package medic.sagas.messages.contacts;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfile;
import org.jspecify.annotations.Nullable;

/**
 * How a patient wants to be reached, read from the open preferences of a profile; what makes no
 * sense there counts as not said. Mail is taken unless refused, text messages if asked for or if
 * there is no mail address, pushes wherever a browser has subscribed unless refused.
 */
public record CommunicationPreferences(
    Set<NotificationChannel> channels, Optional<List<Integer>> reminderHours, QuietHours quiet) {

  public static CommunicationPreferences of(PatientProfile profile) {
    Map<String, Object> said = profile.communicationPreferences();
    return new CommunicationPreferences(channels(profile, said), hours(said), quiet(said));
  }

  private static Set<NotificationChannel> channels(
      PatientProfile profile, Map<String, Object> said) {
    Set<NotificationChannel> channels = EnumSet.noneOf(NotificationChannel.class);
    if (profile.email() != null && !isRefused(said, "email")) {
      channels.add(NotificationChannel.EMAIL);
    }
    boolean texts = Boolean.TRUE.equals(said.get("sms")) || profile.email() == null;
    if (profile.phone() != null && texts && !isRefused(said, "sms")) {
      channels.add(NotificationChannel.SMS);
    }
    if (!isRefused(said, "push")) {
      channels.add(NotificationChannel.PUSH);
    }
    return channels;
  }

  private static boolean isRefused(Map<String, Object> said, String channel) {
    return Boolean.FALSE.equals(said.get(channel));
  }

  private static Optional<List<Integer>> hours(Map<String, Object> said) {
    return said.get("reminderHours") instanceof List<?> list
        ? Optional.of(
            list.stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .filter(hour -> hour > 0)
                .toList())
        : Optional.empty();
  }

  private static QuietHours quiet(Map<String, Object> said) {
    if (said.get("quietHours") instanceof Map<?, ?> quiet) {
      LocalTime from = time(quiet.get("from"));
      LocalTime to = time(quiet.get("to"));
      if (from != null && to != null) {
        return new QuietHours(from, to);
      }
    }
    return QuietHours.USUAL;
  }

  private static @Nullable LocalTime time(@Nullable Object text) {
    try {
      return LocalTime.parse(Objects.toString(text, ""));
    } catch (DateTimeParseException malformed) {
      return null;
    }
  }
}
