package medic.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When and where a doctor takes visits: weekly hours, one-off openings and closures. Immutable,
 * compiled once and asked often, by any thread.
 */
public final class OpeningHours {

  static final Comparator<Shift> BY_OPENING =
      Comparator.<Shift>comparingLong(shift -> shift.opens)
          .thenComparingInt(shift -> shift.source.index());

  private final List<ZoneHours> weekly;
  private final List<Shift> openings;
  private final int sources;
  private final boolean ranked;

  private OpeningHours(List<ZoneHours> weekly, List<Shift> openings, int sources, boolean ranked) {
    this.weekly = weekly;
    this.openings = openings;
    this.sources = sources;
    this.ranked = ranked;
  }

  public static OpeningHours of(
      List<WeeklyHours> weekly, List<Opening> openings, List<Closure> closures) {
    Closed closed = new Closed(closures);
    List<WeeklyPlan> plans = new ArrayList<>();
    for (WeeklyHours hours : weekly) {
      plans.add(new WeeklyPlan(Source.of(plans.size(), hours, closed.at(hours.place())), hours));
    }
    List<Shift> oneOff = new ArrayList<>();
    for (Opening opening : openings) {
      int index = plans.size() + oneOff.size();
      Source source = Source.of(index, opening, closed.at(opening.place()));
      Interval during = opening.during();
      oneOff.add(new Shift(source, during.from(), during.to(), Shift.NO_BREAKS));
    }
    List<ZoneHours> zones =
        weekly.stream()
            .map(WeeklyHours::zone)
            .distinct()
            .map(zone -> new ZoneHours(zone, weekly, plans))
            .toList();
    boolean ranked = weekly.stream().mapToInt(WeeklyHours::priority).distinct().count() > 1;
    return new OpeningHours(zones, oneOff, plans.size() + oneOff.size(), ranked);
  }

  /** Every shift that touches [from, to), by opening. */
  List<Shift> shifts(long from, long to) {
    List<Shift> shifts = new ArrayList<>();
    for (ZoneHours hours : weekly) {
      hours.addShifts(from, to, shifts);
    }
    for (Shift opening : openings) {
      if (opening.opens < to && from < opening.closes) {
        shifts.add(opening);
      }
    }
    shifts.sort(BY_OPENING);
    return shifts;
  }

  /** Is somebody there for all of this time, in whichever hours of the place, breaks left out? */
  public boolean cover(int place, Interval time) {
    List<Shift> shifts = shifts(time.from(), time.to());
    long at = time.from();
    long before = at - 1;
    while (before < at && at < time.to()) {
      before = at;
      for (Shift shift : shifts) {
        if (shift.source.place() == place) {
          at = shift.openUntil(at, time.to());
        }
      }
    }
    return at >= time.to();
  }

  int sources() {
    return sources;
  }

  /** Whether some weekly hours may take time from others. */
  boolean ranked() {
    return ranked;
  }

  /** Closures by place, each merged once. */
  private static final class Closed {

    private final List<Closure> closures;
    private final Map<Integer, StepLoad> byPlace = new HashMap<>();

    Closed(List<Closure> closures) {
      this.closures = closures;
    }

    StepLoad at(int place) {
      return byPlace.computeIfAbsent(place, this::loadAt);
    }

    private StepLoad loadAt(int place) {
      Pairs pairs = new Pairs();
      for (Closure closure : closures) {
        if (closure.appliesAt(place)) {
          pairs.add(closure.during().from(), closure.during().to());
        }
      }
      return pairs.load();
    }
  }
}
