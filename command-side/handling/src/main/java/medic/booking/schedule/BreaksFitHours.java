package medic.booking.schedule;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.ScheduleTemplate;

/** Breaks lie within the working window, end after they start, and do not overlap. */
final class BreaksFitHours {

  private static final long DAY = LocalTime.MAX.toNanoOfDay() + 1;

  private BreaksFitHours() {}

  static void verify(ScheduleTemplate template) {
    long window = sinceStart(template, template.workEnd());
    List<long[]> breaks =
        template.breaks().stream()
            .map(b -> new long[] {sinceStart(template, b.start()), endOf(template, b.end())})
            .sorted(Comparator.comparingLong(span -> span[0]))
            .toList();
    long free = 0;
    for (long[] pause : breaks) {
      if (pause[0] >= pause[1] || pause[1] > window) {
        throw new Refusal(
            RefusalCode.BREAK_OUTSIDE_HOURS,
            "A break must end after it starts, within the working window.",
            "breaks");
      }
      if (pause[0] < free) {
        throw new Refusal(RefusalCode.BREAKS_OVERLAP, "Two breaks overlap.", "breaks");
      }
      free = pause[1];
    }
  }

  /** Nanoseconds on the wall clock since work started; a time before it is the next day's. */
  private static long sinceStart(ScheduleTemplate template, LocalTime time) {
    return Math.floorMod(time.toNanoOfDay() - template.workStart().toNanoOfDay(), DAY);
  }

  /** An end that equals the start of work is never the same day's. */
  private static long endOf(ScheduleTemplate template, LocalTime end) {
    long since = sinceStart(template, end);
    return since == 0 ? DAY : since;
  }
}
