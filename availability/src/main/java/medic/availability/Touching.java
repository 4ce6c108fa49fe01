package medic.availability;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds, for each of the shifts of a question, those that a visit may run on into from it. */
final class Touching {

  private final List<Shift> shifts;
  private final VisitRules rules;
  private final long duration;
  private final Map<Shift, List<Shift>> found = new IdentityHashMap<>();

  Touching(List<Shift> shiftsByOpening, VisitRules rules, long duration) {
    this.shifts = shiftsByOpening;
    this.rules = rules;
    this.duration = duration;
  }

  /** By the shift in which visits start, itself included; nothing for a shift that is alone. */
  Map<Shift, List<Shift>> stretches() {
    for (int i = 0; i < shifts.size(); i++) {
      if (rules.allows(shifts.get(i).source.place())) {
        lookAhead(i);
      }
    }
    found.values().forEach(members -> members.sort(OpeningHours.BY_OPENING));
    return found;
  }

  /** From one to the next that touches what was reached, as far as a visit reaches. */
  private void lookAhead(int index) {
    Shift one = shifts.get(index);
    long furthest = one.closes + duration;
    long reached = one.closes;
    for (int i = index + 1; i < shifts.size(); i++) {
      Shift other = shifts.get(i);
      if (other.opens > reached || other.opens >= furthest) {
        return;
      }
      if (one.source.goesOnIn(other.source, rules)) {
        membersOf(one).add(other);
        reached = Math.max(reached, other.closes);
      }
      if (other.opens < one.closes && other.source.goesOnIn(one.source, rules)) {
        membersOf(other).add(one);
      }
    }
  }

  private List<Shift> membersOf(Shift shift) {
    return found.computeIfAbsent(
        shift,
        itself -> {
          List<Shift> members = new ArrayList<>();
          members.add(itself);
          return members;
        });
  }
}
