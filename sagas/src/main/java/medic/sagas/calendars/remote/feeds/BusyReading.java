package medic.sagas.calendars.remote.feeds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medic.events.doctor.BusyStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry takes its owner's time, in every way that calendars say it. What cannot be read
 * is busy.
 */
final class BusyReading {

  /** Microsoft's own words go before those of RFC 5545 (MS-OXCICAL, 2.1.3.1.1.20). */
  private static final List<String> SHOWN =
      List.of("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS");

  /** What the organizer meant it to be counts where nothing says what it is. */
  private static final List<String> INTENDED =
      List.of("X-MICROSOFT-CDO-INTENDEDSTATUS", "X-MICROSOFT-MSNCALENDAR-INTENDEDSTATUS");

  private static final Map<String, BusyStatus> WORDS =
      Map.ofEntries(
          Map.entry("FREE", BusyStatus.FREE),
          Map.entry("TENTATIVE", BusyStatus.TENTATIVE),
          Map.entry("BUSY-TENTATIVE", BusyStatus.TENTATIVE),
          Map.entry("BUSY", BusyStatus.BUSY),
          Map.entry("BUSY-UNAVAILABLE", BusyStatus.BUSY),
          Map.entry("OOF", BusyStatus.BUSY),
          Map.entry("OUTOFOFFICE", BusyStatus.BUSY),
          Map.entry("OUT-OF-OFFICE", BusyStatus.BUSY),
          Map.entry("WORKINGELSEWHERE", BusyStatus.BUSY),
          Map.entry("UNAVAILABLE", BusyStatus.BUSY));

  private static final Pattern EMAIL = Pattern.compile("[^\\s/:?&=;,<>\"]+@[^\\s/:?&=;,<>\"]+");

  private final Set<String> owner = new HashSet<>();

  /**
   * @param names where the owner's address may stand: as we know it, a calendar's name, a path
   */
  BusyReading(List<String> names) {
    for (String name : names) {
      Matcher emails = EMAIL.matcher(decoded(name));
      while (emails.find()) {
        owner.add(emails.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return text;
    }
  }

  static boolean isCancelled(Part entry) {
    String status = entry.word("STATUS");
    return status.equals("CANCELLED") || status.equals("CANCELED");
  }

  BusyStatus of(Part entry) {
    String answer = answer(entry);
    BusyStatus shown = said(entry, SHOWN).or(() -> byTransparency(entry)).orElse(BusyStatus.BUSY);
    if (answer.equals("DECLINED") || shown == BusyStatus.FREE) {
      return BusyStatus.FREE;
    } else if (said(entry, SHOWN).isPresent()) {
      return shown;
    }
    return entry.word("STATUS").equals("TENTATIVE") || answer.equals("TENTATIVE")
        ? BusyStatus.TENTATIVE
        : shown;
  }

  /** RFC 2445 had more than one sort of transparency. */
  private static Optional<BusyStatus> byTransparency(Part entry) {
    return entry.has("TRANSP")
        ? Optional.of(
            entry.word("TRANSP").startsWith("TRANSPARENT") ? BusyStatus.FREE : BusyStatus.BUSY)
        : said(entry, INTENDED);
  }

  private static Optional<BusyStatus> said(Part entry, List<String> properties) {
    return properties.stream()
        .map(entry::word)
        .map(WORDS::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What the owner answered, where they are asked as one of those who attend. */
  private String answer(Part entry) {
    return entry.all("ATTENDEE").stream()
        .filter(this::isOwner)
        .map(attendee -> attendee.parameter("PARTSTAT"))
        .filter(answer -> answer != null)
        .map(answer -> answer.toUpperCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  private boolean isOwner(Line attendee) {
    String email = attendee.parameter("EMAIL");
    return Arrays.asList(attendee.value().strip().replaceFirst("(?i)^mailto:\\s*", ""), email)
        .stream()
        .filter(address -> address != null)
        .anyMatch(address -> owner.contains(address.toLowerCase(Locale.ROOT)));
  }

  /** The kind of a time in VFREEBUSY: what is not known there is busy (RFC 5545, 3.2.9). */
  static BusyStatus ofKind(@Nullable String kind) {
    String word = kind == null ? "BUSY" : kind.toUpperCase(Locale.ROOT);
    return WORDS.getOrDefault(word, BusyStatus.BUSY);
  }
}
