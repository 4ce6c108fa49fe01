package medic.sagas.messages.outbox;

import java.util.Locale;

/** What can be told: each has a file of this name in every language. */
public enum Template {
  REQUESTED(Calendar.REQUEST, true),
  BOOKED(Calendar.REQUEST, true),
  CONFIRMED(Calendar.REQUEST, true),
  RESCHEDULED(Calendar.REQUEST, true),
  DECLINED(Calendar.CANCEL, false),
  UNANSWERED(Calendar.CANCEL, false),
  MOVE_REQUESTED(Calendar.NONE, true),
  MOVE_DECLINED(Calendar.NONE, true),
  MOVE_UNANSWERED(Calendar.NONE, false),
  CANCELLED(Calendar.CANCEL, false),
  JOIN_LINK(Calendar.REQUEST, true),
  REMINDER(Calendar.NONE, true),
  DOCTOR_AWAY(Calendar.NONE, true),
  TIME_TAKEN(Calendar.NONE, true),
  DOCTOR_REQUESTED(Calendar.NONE, true),
  DOCTOR_RESCHEDULED(Calendar.NONE, true),
  DOCTOR_CANCELLED(Calendar.NONE, false),
  DOCTOR_UNANSWERED(Calendar.NONE, false),
  DOCTOR_MOVE_REQUESTED(Calendar.NONE, true),
  DOCTOR_MOVE_WITHDRAWN(Calendar.NONE, true),
  DOCTOR_MOVE_UNANSWERED(Calendar.NONE, false),
  VISITS_HIT(Calendar.NONE, false),
  VISITS_IN_TAKEN_TIME(Calendar.NONE, false),
  CALL_WANTED(Calendar.NONE, true),
  TIME_OFF_REQUESTED(Calendar.NONE, false),
  TIME_OFF_APPROVED(Calendar.NONE, false),
  TIME_OFF_REJECTED(Calendar.NONE, false),
  TIME_OFF_CANCELLED(Calendar.NONE, false),
  CALENDAR_BROKEN(Calendar.NONE, false),
  CALENDAR_PARTIAL(Calendar.NONE, false),
  CALENDAR_FAILING(Calendar.NONE, false),
  INVITATION(Calendar.NONE, false),
  PASSWORD_RESET(Calendar.NONE, false);

  /** What a mail client is to do with the calendar part. */
  public enum Calendar {
    NONE,
    REQUEST,
    CANCEL
  }

  private final Calendar calendar;
  private final boolean endsWithTheStart;

  Template(Calendar calendar, boolean endsWithTheStart) {
    this.calendar = calendar;
    this.endsWithTheStart = endsWithTheStart;
  }

  public Calendar calendar() {
    return calendar;
  }

  /** Does it hold a one-time link? Then it is sent whatever its recipient wishes of others. */
  public boolean carriesLink() {
    return this == INVITATION || this == PASSWORD_RESET;
  }

  /**
   * Does it tell patients of a change, and so must reach them, unless the change is their own? Who
   * is not reached is telephoned.
   */
  boolean tellsOfChange() {
    return switch (this) {
      case CONFIRMED,
          RESCHEDULED,
          DECLINED,
          UNANSWERED,
          MOVE_DECLINED,
          MOVE_UNANSWERED,
          CANCELLED,
          JOIN_LINK,
          DOCTOR_AWAY,
          TIME_TAKEN ->
          true;
      default -> false;
    };
  }

  /** Is it pointless once the visit has begun? */
  public boolean endsWithTheStart() {
    return endsWithTheStart;
  }

  /** Its name in file names, events and answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Template of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
