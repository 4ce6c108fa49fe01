package medic.availability;

/** Walks the grid of every shift through a window. */
final class Sweep {

  private final Question question;
  private final Interval window;
  private final Offers offers;

  Sweep(Question question, Interval window) {
    this.question = question;
    this.window = window;
    int candidates = 0;
    for (Shift shift : question.shifts) {
      candidates = Math.addExact(candidates, candidates(shift));
    }
    offers = new Offers(candidates);
  }

  Slots slots() {
    for (Shift shift : question.shifts) {
      if (question.rules.allows(shift.source.place())
          && question.termsOf(shift.source).isRoomSuitable()) {
        walk(shift);
        offers.endRun();
      }
    }
    return new Slots(question.duration, offers);
  }

  private int candidates(Shift shift) {
    if (!question.rules.allows(shift.source.place())) {
      return 0;
    }
    Terms terms = question.termsOf(shift.source);
    long room = last(shift, terms) - first(shift, terms);
    return room < 0 ? 0 : Math.toIntExact(room / terms.step + 1);
  }

  private long first(Shift shift, Terms terms) {
    return shift.firstOnGrid(Math.max(window.from(), question.limits.earliest()), terms.step);
  }

  private long last(Shift shift, Terms terms) {
    long end = Math.min(window.to(), terms.horizon);
    long alone = shift.closes - question.duration;
    return Math.min(end - 1, question.isAlone(shift) ? alone : shift.closes - 1);
  }

  private void walk(Shift shift) {
    Terms terms = question.termsOf(shift.source);
    int place = shift.source.place();
    Stretch stretch = question.isAlone(shift) ? null : new Stretch(shift, question);
    long last = last(shift, terms);
    for (long start = first(shift, terms); start <= last; start += terms.step) {
      int left = stretch == null ? terms.capacityLeft(shift, start) : stretch.capacityLeft(start);
      if (left > 0) {
        offers.add(start, place, terms.room, left);
      }
    }
  }
}
