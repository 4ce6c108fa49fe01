package medic.sagas.calendars.remote.feeds;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a zone that a feed defines (VTIMEZONE), from its changes of the clocks. */
final class ZoneDefinition {

  private static final Pattern OFFSET = Pattern.compile("([+-]?)(\\d\\d):?(\\d\\d):?(\\d\\d)?");

  /** Clocks change by a yearly rule, or on dates; this is as far as we look. */
  private static final LocalDateTime HORIZON = LocalDateTime.of(2200, 1, 1, 0, 0);

  private static final int MAX_CHANGES = 5_000;

  private final Effort effort;

  /** When the clocks change, and from which offset to which. */
  private final TreeMap<Long, ZoneOffset[]> changes = new TreeMap<>();

  private ZoneDefinition(Effort effort) {
    this.effort = effort;
  }

  static ZoneRules rules(Part zone, Effort effort) throws Unreadable {
    ZoneDefinition definition = new ZoneDefinition(effort);
    try {
      for (String season : List.of("STANDARD", "DAYLIGHT")) {
        for (Part observance : zone.parts(season)) {
          definition.read(observance);
        }
      }
      return definition.rules();
    } catch (DateTimeException | ArithmeticException impossible) {
      throw Unreadable.zoneDefinition();
    }
  }

  private void read(Part observance) throws Unreadable {
    ZoneOffset from = offset(observance.text("TZOFFSETFROM"));
    ZoneOffset to = offset(observance.text("TZOFFSETTO"));
    for (LocalDateTime onset : onsets(observance, from)) {
      changes.put(onset.toEpochSecond(from), new ZoneOffset[] {from, to});
    }
    if (changes.size() > MAX_CHANGES) {
      throw Unreadable.zoneDefinition();
    }
  }

  private List<LocalDateTime> onsets(Part observance, ZoneOffset from) throws Unreadable {
    Line begins = observance.first("DTSTART");
    if (begins == null) {
      throw Unreadable.zoneDefinition();
    }
    LocalDateTime start = local(begins.value(), from);
    List<LocalDateTime> onsets = new ArrayList<>(List.of(start));
    for (Line rule : observance.all("RRULE")) {
      SeriesRule yearly = SeriesRule.of(rule.value());
      if (!yearly.isYearly()) {
        throw Unreadable.zoneDefinition();
      }
      onsets.addAll(yearly.dates(start, start, HORIZON, until -> local(until, from), effort));
    }
    for (Line dates : observance.all("RDATE")) {
      for (String date : dates.value().split(",")) {
        onsets.add(local(date.split("/")[0], from));
      }
    }
    return onsets;
  }

  private static LocalDateTime local(String text, ZoneOffset offset) throws Unreadable {
    return Moment.localIn(
        CalendarTime.unzoned(text, false, offset.getRules()).instant(), offset.getRules());
  }

  private static ZoneOffset offset(Optional<String> text) throws Unreadable {
    Matcher parts = OFFSET.matcher(text.orElse(""));
    if (!parts.matches()) {
      throw Unreadable.zoneDefinition();
    }
    int seconds =
        Integer.parseInt(parts.group(2)) * 3600
            + Integer.parseInt(parts.group(3)) * 60
            + (parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
    return ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds);
  }

  /** Each change begins where the one before it ended, whatever it says of that itself. */
  private ZoneRules rules() throws Unreadable {
    if (changes.isEmpty()) {
      throw Unreadable.zoneDefinition();
    }
    ZoneOffset first = changes.firstEntry().getValue()[0];
    ZoneOffset before = first;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (var change : changes.entrySet()) {
      ZoneOffset after = change.getValue()[1];
      if (!after.equals(before)) {
        transitions.add(
            ZoneOffsetTransition.of(
                LocalDateTime.ofEpochSecond(change.getKey(), 0, before), before, after));
        before = after;
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }
}
