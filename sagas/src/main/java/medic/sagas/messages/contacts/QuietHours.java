package medic.sagas.messages.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The wall-clock stretch [from, to) in which nobody wants to be reminded; it may cross midnight,
 * and the same time twice means never.
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  private static final Duration JUST_BEFORE = Duration.ofMinutes(1);

  public boolean cover(Instant at, ZoneId zone) {
    LocalTime time = at.atZone(zone).toLocalTime();
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** The same instant, or the last minute before the quiet hours that cover it. */
  public Instant earlier(Instant at, ZoneId zone) {
    return cover(at, zone) ? beginning(at, zone).minus(JUST_BEFORE) : at;
  }

  /** The same instant, or the end of the quiet hours that cover it. */
  public Instant later(Instant at, ZoneId zone) {
    if (!cover(at, zone)) {
      return at;
    }
    LocalDate today = at.atZone(zone).toLocalDate();
    Instant end = today.atTime(to).atZone(zone).toInstant();
    return end.isAfter(at) ? end : today.plusDays(1).atTime(to).atZone(zone).toInstant();
  }

  private Instant beginning(Instant at, ZoneId zone) {
    ZonedDateTime now = at.atZone(zone);
    Instant today = now.toLocalDate().atTime(from).atZone(zone).toInstant();
    return today.isAfter(at)
        ? now.toLocalDate().minusDays(1).atTime(from).atZone(zone).toInstant()
        : today;
  }
}
