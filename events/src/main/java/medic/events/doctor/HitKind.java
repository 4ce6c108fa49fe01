package medic.events.doctor;

/** What can take time that visits are booked in. */
public enum HitKind {
  TIME_OFF,
  BLOCK,
  /** Weekly hours or an opening that are there no more. */
  HOURS,
  /** A kind of visit that is withdrawn, paused, or no longer offered at the place. */
  TYPE,
  /** A place of work that is closed. */
  LOCATION,
  /** A room that is closed, or that its owner does not share any more. */
  ROOM,
  /** A doctor who left. */
  DOCTOR,
  EXTERNAL_BUSY
}
