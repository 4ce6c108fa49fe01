package medic.query.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import medic.availability.Interval;
import medic.events.doctor.AppointmentTerms;
import medic.query.schedule.Schedule;

/**
 * The stretches of time that a search looks at one after another, at first short ones: most find
 * what they look for within days. It ends where nobody can be booked any more, by the {@code
 * maxFutureDays} of the kinds of visit, and after a year where one of them has no such end.
 */
final class SearchWindows {

  private static final List<Duration> FIRST =
      List.of(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(100));
  private static final Duration YEAR = Duration.ofDays(366);

  /** A day of a zone may begin so much later than that of another, and be longer. */
  private static final Duration MARGIN = Duration.ofDays(3);

  private final SearchStart start;
  private int number;
  private long reached;
  private long furthest;

  SearchWindows(SearchStart start) {
    this.start = start;
    this.reached = start.window(YEAR).from();
  }

  Interval next() {
    Duration length =
        number < FIRST.size() ? FIRST.get(number) : YEAR.multipliedBy(number + 1L - FIRST.size());
    Interval window = new Interval(reached, start.window(length).to());
    number++;
    reached = window.to();
    return window;
  }

  boolean hasNext() {
    return reached < furthest;
  }

  void reachAsFarAs(List<DoctorTimes> doctors) {
    for (DoctorTimes times : doctors) {
      for (Schedule.Type type : times.schedule().schedule().types().values()) {
        if (type.offered()) {
          furthest = Math.max(furthest, reachOf(type.terms()));
        }
      }
    }
  }

  private long reachOf(AppointmentTerms terms) {
    if (terms.maxFutureDays() == null) {
      return start.window(YEAR).to();
    }
    Duration ahead = Duration.ofDays(Objects.requireNonNull(terms.maxFutureDays())).plus(MARGIN);
    Instant end = start.now().plus(ahead);
    return end.toEpochMilli();
  }
}
