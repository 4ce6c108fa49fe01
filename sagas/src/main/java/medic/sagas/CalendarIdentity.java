package medic.sagas;

import medic.events.id.AppointmentId;

/**
 * By which names other calendars know a visit: the one place that derives them, so that a mail's
 * invitation and the doctor's Google calendar speak of the same event.
 */
public final class CalendarIdentity {

  private CalendarIdentity() {}

  /** Google's event id: 5 to 1024 characters of a-v and 0-9. */
  public static String googleEventId(AppointmentId appointment) {
    return "medic" + appointment.value().toString().replace("-", "");
  }

  /** The UID of iCalendar; Google makes it of its event id in this way. */
  public static String uid(AppointmentId appointment) {
    return googleEventId(appointment) + "@google.com";
  }
}
