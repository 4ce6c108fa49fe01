package medic.availability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hours of one place, room and grid that touch, and openings that touch them, as visits see them
 * that start in one of them: they stay in it as long as it lasts, then run on into the others. Each
 * keeps its own grid and its own terms. Of the parts that a visit lies in the larger buffers count,
 * and each must have a place left for its part of the time.
 */
final class Stretch {

  private final Shift first;
  private final List<Shift> members;
  private final Question question;
  private final Terms terms;

  Stretch(Shift first, Question question) {
    this.first = first;
    this.members = question.stretchOf(first);
    this.question = question;
    this.terms = question.termsOf(first.source);
  }

  /** None where no such visit is offered. */
  @Nullable Fit at(long start) {
    if (!terms.isRoomSuitable()) {
      return null;
    }
    if (first.hasRoomFor(start, question.duration) && terms.offers(first, start)) {
      return new Fit(terms.buffers, terms.doctorHasLeft(start), terms.roomHasLeft(start));
    }
    return members.size() == 1 ? null : runningOn(start);
  }

  /** How many such visits could still start; 0 or less when none. */
  int capacityLeft(long start) {
    Fit fit = at(start);
    return fit == null ? 0 : Math.min(fit.doctorHasLeft(), fit.roomHasLeft());
  }

  private @Nullable Fit runningOn(long start) {
    List<Part> parts = partsFrom(start);
    if (parts.isEmpty()) {
      return null;
    }
    Buffers buffers = question.rules.buffers();
    for (Part part : parts) {
      buffers = buffers.max(part.shift.source.buffers());
    }
    Interval visit = new Interval(start, start + question.duration);
    Interval occupied = buffers.around(visit);
    return terms.isClosedIn(occupied)
        ? null
        : new Fit(buffers, doctorHasLeft(parts, occupied), terms.roomHasLeft(occupied));
  }

  /** Buffers belong to the part they lie next to. */
  private int doctorHasLeft(List<Part> parts, Interval occupied) {
    int left = Integer.MAX_VALUE;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long from = i == 0 ? occupied.from() : part.from;
      long to = i == parts.size() - 1 ? occupied.to() : part.to;
      left = Math.min(left, question.termsOf(part.shift.source).doctorHasLeft(from, to));
    }
    return left;
  }

  /** Empty where nobody is there for some of the visit. */
  private List<Part> partsFrom(long start) {
    long end = start + question.duration;
    List<Part> parts = new ArrayList<>();
    Part part = part(first, start, end);
    while (part != null) {
      parts.add(part);
      if (part.to == end) {
        return parts;
      }
      part = next(part.to, end);
    }
    return List.of();
  }

  private @Nullable Part next(long from, long end) {
    for (Shift member : members) {
      Part part = part(member, from, end);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  private @Nullable Part part(Shift shift, long from, long end) {
    long until = question.termsOf(shift.source).ownUntil(shift, from, end);
    return until == from ? null : new Part(shift, from, until);
  }

  private record Part(Shift shift, long from, long to) {}
}
