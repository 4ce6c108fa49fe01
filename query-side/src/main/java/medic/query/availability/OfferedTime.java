package medic.query.availability;

import java.util.Collection;
import java.util.UUID;
import medic.availability.Interval;
import medic.availability.Usage;
import medic.query.schedule.Schedule;

/** How much time a doctor's schedule offers as it is now, and how much of it visits take. */
public final class OfferedTime {

  private static final UUID KEPT_BY_NOBODY = new UUID(0, 0);

  private OfferedTime() {}

  /**
   * Parallel places count each, a room bounds them; breaks, time off and blocks are left out, and
   * openings count. What is blocked for one kind of visit alone is still offered for the others.
   */
  public static Usage usage(Schedule schedule, Collection<Interval> visits, Interval window) {
    CompiledSchedule compiled = new CompiledSchedule(KEPT_BY_NOBODY, schedule);
    return Usage.of(EngineInput.ofAnyVisit(compiled), visits, window, compiled::capacity);
  }
}
