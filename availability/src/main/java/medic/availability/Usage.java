package medic.availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How much time hours offer within a window, and how much of it visits take, both in milliseconds
 * and each parallel place counted.
 *
 * <ul>
 *   <li>Where several hours are open at once the doctor offers the most places that any of them
 *       has; a room that holds fewer bounds them.
 *   <li>Breaks, time that a higher priority owns and closures are not offered.
 *   <li>Of the visits counts what lies in offered time: one that was booked before a day off came,
 *       or outside the hours, takes nothing of them. More is taken than is offered only where more
 *       visits run at once than there are places.
 * </ul>
 */
public record Usage(long offered, long taken) {

  /**
   * @param visits without buffers
   * @param roomCapacity how many visits a room holds, by its number
   */
  public static Usage of(
      OpeningHours hours,
      Collection<Interval> visits,
      Interval window,
      IntUnaryOperator roomCapacity) {
    List<Edge> edges = new ArrayList<>();
    for (Place open : places(hours, window, roomCapacity)) {
      edges.add(new Edge(open.from, open.capacity, 1));
      edges.add(new Edge(open.to, open.capacity, -1));
    }
    for (Interval visit : visits) {
      long from = Math.max(visit.from(), window.from());
      long to = Math.min(visit.to(), window.to());
      if (from < to) {
        edges.add(new Edge(from, Edge.VISIT, 1));
        edges.add(new Edge(to, Edge.VISIT, -1));
      }
    }
    return new UsageSweep(edges).usage();
  }

  private static List<Place> places(
      OpeningHours hours, Interval window, IntUnaryOperator roomCapacity) {
    List<Shift> shifts = hours.shifts(window.from(), window.to());
    Map<Integer, StepLoad> owned = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (Shift shift : shifts) {
      Source source = shift.source;
      int room = source.room();
      int capacity =
          room == WeeklyHours.NO_ROOM
              ? source.maxParallel()
              : Math.min(source.maxParallel(), roomCapacity.applyAsInt(room));
      StepLoad others =
          owned.computeIfAbsent(source.priority(), above -> Question.loadAbove(above, shifts));
      for (Interval open : shift.openParts(window, others)) {
        places.add(new Place(open.from(), open.to(), capacity));
      }
    }
    return places;
  }

  private record Place(long from, long to, int capacity) {}

  /** Something begins (+1) or ends (-1): hours with so many places, or a visit. */
  record Edge(long at, int capacity, int change) {
    static final int VISIT = -1;
  }
}
