package medic.events.calendar;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medic.events.id.AppointmentId;
import org.jspecify.annotations.Nullable;

/**
 * By which names other calendars know a visit: the one place that derives them, so that a mail's
 * invitation and the doctor's Google calendar speak of the same event.
 */
public final class CalendarIdentity {

  private CalendarIdentity() {}

  private static final String OURS = "medic";

  /** As Google has it, or as it comes back in an iCalendar feed. */
  private static final Pattern NAME =
      Pattern.compile(OURS + "([0-9a-f]{16})([0-9a-f]{16})(@google\\.com)?", CASE_INSENSITIVE);

  /** One of a series that somebody made of our event there: its time follows an underscore. */
  private static final Pattern INSTANCE =
      Pattern.compile("(" + NAME.pattern() + ")_.+", CASE_INSENSITIVE);

  /** Google's event id: 5 to 1024 characters of a-v and 0-9. */
  public static String googleEventId(AppointmentId appointment) {
    return OURS + appointment.value().toString().replace("-", "");
  }

  /** The UID of iCalendar; Google makes it of its event id in this way. */
  public static String uid(AppointmentId appointment) {
    return googleEventId(appointment) + "@google.com";
  }

  /** Whether this names one of a series, or one of several, that was made of an event of ours. */
  public static boolean isInstance(String name) {
    return INSTANCE.matcher(name).matches();
  }

  /** The appointment behind a name, its own or that of one of a series, if it is one of ours. */
  public static @Nullable AppointmentId appointmentBehind(String name) {
    Matcher instance = INSTANCE.matcher(name);
    return appointmentOf(instance.matches() ? instance.group(1) : name);
  }

  /** The visit that goes by this name there, if it is one of ours. */
  public static @Nullable AppointmentId appointmentOf(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? new AppointmentId(
            new UUID(
                Long.parseUnsignedLong(parts.group(1), 16),
                Long.parseUnsignedLong(parts.group(2), 16)))
        : null;
  }
}
