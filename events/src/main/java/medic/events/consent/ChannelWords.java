package medic.events.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import medic.events.notification.NotificationChannel;
import org.jspecify.annotations.Nullable;

/**
 * The last word on each channel, of a profile's preferences and the ledger of consent: the one home
 * of what holds. A saved profile enters its yes and no into the ledger, so that the ledger's last
 * entry holds. Profiles from before that did not: of these a no holds that was said after the
 * ledger's yes, and no yes takes back the ledger's no.
 */
public final class ChannelWords {

  private ChannelWords() {}

  /** The last entry of the ledger about a channel. */
  public record Entry(boolean given, Instant at) {}

  /** A channel's name among the preferences: {@code email}, {@code sms} or {@code push}. */
  public static String name(NotificationChannel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  /** The channels of which preferences say yes or no. */
  public static Map<NotificationChannel, Boolean> said(@Nullable Map<String, Object> preferences) {
    Map<NotificationChannel, Boolean> said = new EnumMap<>(NotificationChannel.class);
    for (NotificationChannel channel : NotificationChannel.automatic()) {
      if (preferences != null && preferences.get(name(channel)) instanceof Boolean word) {
        said.put(channel, word);
      }
    }
    return said;
  }

  /**
   * The preferences as they hold.
   *
   * @param savedAt when the profile was saved that says them; null where that is not known any more
   */
  public static Map<String, Object> held(
      Map<String, Object> preferences,
      @Nullable Instant savedAt,
      Map<NotificationChannel, Entry> ledger) {
    Map<String, Object> held = new LinkedHashMap<>(preferences);
    ledger.forEach(
        (channel, entry) -> {
          boolean refusedSince =
              Boolean.FALSE.equals(preferences.get(name(channel)))
                  && (savedAt == null || savedAt.isAfter(entry.at()));
          held.put(name(channel), entry.given() && !refusedSince);
        });
    return held;
  }
}
