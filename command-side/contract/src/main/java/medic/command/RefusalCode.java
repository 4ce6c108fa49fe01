package medic.command;

/** Why a command is refused: stable codes that clients build on, each of one {@link Kind}. */
public enum RefusalCode {
  SLOT_TAKEN(Kind.CONFLICT),
  ROOM_TAKEN(Kind.CONFLICT),
  PATIENT_BUSY(Kind.CONFLICT),
  SLUG_TAKEN(Kind.CONFLICT),
  ID_ALREADY_USED(Kind.CONFLICT),
  REGISTERED_BY_ANOTHER(Kind.CONFLICT),
  IDEMPOTENCY_KEY_REUSED(Kind.RULE),
  CONCURRENT_CHANGE(Kind.CONFLICT),
  VERSION_CONFLICT(Kind.OUTDATED),
  NOT_OFFERED(Kind.RULE),
  TOO_SHORT_NOTICE(Kind.RULE),
  TOO_FAR_AHEAD(Kind.RULE),
  TYPE_INACTIVE(Kind.RULE),
  RESCHEDULE_NOT_ALLOWED(Kind.RULE),
  RESCHEDULE_LIMIT_REACHED(Kind.RULE),
  INVALID_TRANSITION(Kind.RULE),
  NOT_BEGUN(Kind.RULE),
  ALREADY_OVER(Kind.RULE),
  NOT_BY_VIDEO(Kind.RULE),
  NOT_BY_PHONE(Kind.RULE),
  HOLD_EXPIRED(Kind.RULE),
  TOO_MANY_HOLDS(Kind.RULE),
  TOO_MANY_OPEN_APPOINTMENTS(Kind.RULE),
  CONTACT_MISSING(Kind.RULE),
  ROOM_UNSUITABLE(Kind.RULE),
  LOCATION_UNSUITABLE(Kind.RULE),
  ROOM_NOT_OWNED(Kind.RULE),
  DOCTOR_LEFT(Kind.RULE),
  LOCATION_CLOSED(Kind.RULE),
  ROOM_CLOSED(Kind.RULE),
  PRIMARY_LOCATION_NEEDED(Kind.RULE),
  UNKNOWN_REFERENCE(Kind.RULE),
  CURRENCY_MISSING(Kind.RULE),
  REASON_REQUIRED(Kind.RULE),
  INVALID_RANGE(Kind.RULE),
  BREAKS_OVERLAP(Kind.RULE),
  BREAK_OUTSIDE_HOURS(Kind.RULE),
  LEGAL_HOLD(Kind.RULE),
  RETENTION_PERIOD(Kind.RULE),
  VISITS_TO_COME(Kind.RULE),
  PATIENT_ERASED(Kind.RULE),
  NOT_FOUND(Kind.UNKNOWN);

  /** What sort of no it is. */
  public enum Kind {
    /** Somebody else came first; fresh state may answer otherwise. */
    CONFLICT,
    /** It is not as it was when the sender read it. */
    OUTDATED,
    /** A rule of the domain says no. */
    RULE,
    /** It does not exist, or not for this caller. */
    UNKNOWN
  }

  private final Kind kind;

  RefusalCode(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
