package medic.sagas.calendars.remote.feeds;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that have a name of IANA's or of Windows: by the JDK's rules, and CLDR's table of
 * what Windows calls them. Case does not count.
 */
final class KnownZones {

  /** Names of IANA's that the JDK knows under another heading. */
  private static final Map<String, ZoneId> SHORT =
      Map.of("est", shortName("EST"), "mst", shortName("MST"), "hst", shortName("HST"));

  private static final Map<String, ZoneId> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .collect(Collectors.toUnmodifiableMap(KnownZones::key, ZoneId::of));

  private static final Map<String, ZoneId> WINDOWS =
      TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.ANY, null, null).stream()
          .map(TimeZone::getWindowsID)
          .filter(name -> name != null)
          .distinct()
          .collect(Collectors.toUnmodifiableMap(KnownZones::key, KnownZones::ofWindows));

  private KnownZones() {}

  private static ZoneId shortName(String name) {
    return ZoneId.of(name, ZoneId.SHORT_IDS);
  }

  private static ZoneId ofWindows(String name) {
    return ZoneId.of(TimeZone.getIDForWindowsID(name, null));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The zone of this name, also at the end of a path that a calendar program put before it. */
  static Optional<ZoneId> named(String name) {
    String plain = name.strip();
    ZoneId zone = exactly(plain);
    for (int slash = plain.indexOf('/');
        zone == null && plain.startsWith("/") && slash >= 0;
        slash = plain.indexOf('/', slash + 1)) {
      zone = exactly(plain.substring(slash + 1));
    }
    return Optional.ofNullable(zone);
  }

  private static @Nullable ZoneId exactly(String name) {
    String key = key(name);
    ZoneId zone = IANA.get(key);
    if (zone == null) {
      zone = WINDOWS.get(key);
    }
    if (zone == null && key.equals("tzone://microsoft/utc")) {
      zone = ZoneId.of("UTC");
    }
    return zone == null ? SHORT.get(key) : zone;
  }
}
