package medic.sagas.calendars.remote.feeds;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of one calendar. A name that is known stands for the JDK's rules, whatever the
 * feed says of it; any other for what the feed defines under it.
 */
final class FeedZones {

  private static final List<String> NAMES_OF_ALL = List.of("X-WR-TIMEZONE", "TIMEZONE-ID");

  private final Map<String, Part> defined = new HashMap<>();
  private final Map<String, ZoneRules> read = new HashMap<>();
  private final Effort effort;
  private final ZoneRules ofCalendar;

  /**
   * @param doctors the zone of whoever the calendar is, where it names none
   */
  FeedZones(Part calendar, ZoneId doctors, Effort effort) {
    this.effort = effort;
    calendar
        .parts("VTIMEZONE")
        .forEach(zone -> zone.text("TZID").ifPresent(id -> defined.put(key(id), zone)));
    this.ofCalendar = own(calendar).orElse(doctors.getRules());
  }

  private static String key(String name) {
    return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The rules for dates, and for times without a zone. */
  ZoneRules ofCalendar() {
    return ofCalendar;
  }

  private Optional<ZoneRules> own(Part calendar) {
    for (String name : NAMES_OF_ALL) {
      Optional<ZoneRules> rules = calendar.text(name).flatMap(this::ifNamed);
      if (rules.isPresent()) {
        return rules;
      }
    }
    return defined.size() == 1 ? ifNamed(defined.keySet().iterator().next()) : Optional.empty();
  }

  private Optional<ZoneRules> ifNamed(String name) {
    try {
      return Optional.of(named(name));
    } catch (Unreadable unknown) {
      return Optional.empty();
    }
  }

  ZoneRules named(String name) throws Unreadable {
    ZoneRules rules = read.get(key(name));
    if (rules == null) {
      rules = find(name);
      read.put(key(name), rules);
    }
    return rules;
  }

  private ZoneRules find(String name) throws Unreadable {
    Optional<ZoneId> known = KnownZones.named(name);
    Part definition = defined.get(key(name));
    if (known.isPresent()) {
      return known.get().getRules();
    } else if (definition != null) {
      return defined(definition);
    }
    ZoneRules offset = offset(name.strip());
    if (offset == null) {
      throw Unreadable.zone(name);
    }
    return offset;
  }

  private ZoneRules defined(Part definition) throws Unreadable {
    try {
      return ZoneDefinition.rules(definition, effort);
    } catch (Unreadable broken) {
      return definition
          .text("X-LIC-LOCATION")
          .flatMap(KnownZones::named)
          .map(ZoneId::getRules)
          .orElseThrow(() -> broken);
    }
  }

  /** A name that is an offset: UTC+01:00, GMT-5, +0100. */
  private static @Nullable ZoneRules offset(String name) {
    try {
      return name.matches("(?i)(UTC|GMT|UT)?[+-]\\d{1,2}(:?\\d\\d)?")
          ? ZoneId.of(name.toUpperCase(Locale.ROOT)).getRules()
          : null;
    } catch (DateTimeException beyond) {
      return null;
    }
  }
}
