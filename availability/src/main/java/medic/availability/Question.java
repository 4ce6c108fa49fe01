package medic.availability;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One asking: the shifts in question and, for each of their sources, its terms. */
final class Question {

  final Occupancy occupancy;
  final VisitRules rules;
  final Limits limits;
  final long duration;
  final List<Shift> shifts;
  final StepLoad.Cursor busy;
  final StepLoad.Cursor booked;
  private final long from;
  private final int wantedRoom;
  private final boolean ranked;
  private final @Nullable Terms[] terms;
  private final Map<Shift, List<Shift>> stretches;
  private final Map<Integer, StepLoad> ownedAbove = new HashMap<>();

  Question(
      OpeningHours hours,
      Occupancy occupancy,
      VisitRules rules,
      Interval window,
      Instant now,
      int wantedRoom) {
    this.occupancy = occupancy;
    this.rules = rules;
    this.limits = new Limits(rules, now);
    this.duration = Millis.ofMinutes(rules.durationMinutes());
    this.shifts = hours.shifts(window.from(), window.to() + duration);
    this.from = window.from();
    this.busy = occupancy.busy().cursor(from);
    this.booked = occupancy.booked().cursor(from);
    this.wantedRoom = wantedRoom;
    this.ranked = hours.ranked();
    this.terms = new Terms[hours.sources()];
    this.stretches = new Touching(shifts, rules, duration).stretches();
  }

  Terms termsOf(Source source) {
    Terms known = terms[source.index()];
    if (known != null) {
      return known;
    }
    Terms fresh = new Terms(source, this, ownedAbove(source.priority()), roomOf(source), from);
    terms[source.index()] = fresh;
    return fresh;
  }

  boolean isAlone(Shift shift) {
    return stretches.isEmpty() || !stretches.containsKey(shift);
  }

  /** This shift and all that a visit may run on into from it, by opening; mostly nothing else. */
  List<Shift> stretchOf(Shift shift) {
    return stretches.getOrDefault(shift, List.of(shift));
  }

  private int roomOf(Source source) {
    return wantedRoom == Availability.ANY_ROOM
        ? rules.roomAt(source.place(), source.room())
        : wantedRoom;
  }

  private StepLoad ownedAbove(int priority) {
    return ranked
        ? ownedAbove.computeIfAbsent(priority, above -> loadAbove(above, shifts))
        : StepLoad.NONE;
  }

  /** Time that hours of a higher priority own, breaks included; one-off openings own none. */
  static StepLoad loadAbove(int priority, List<Shift> shifts) {
    Pairs owned = new Pairs();
    for (Shift shift : shifts) {
      if (shift.source.priority() > priority && !shift.source.oneOff()) {
        owned.add(shift.opens, shift.closes);
      }
    }
    return owned.load();
  }
}
