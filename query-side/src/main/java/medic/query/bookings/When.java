package medic.query.bookings;

/**
 * Which of a patient's bookings: those not over yet, soonest first, or those over, latest first.
 */
public enum When {
  UPCOMING,
  PAST
}
