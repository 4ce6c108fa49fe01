package medic.events;

/** The keys of an event's metadata that readers rely on. All values are strings. */
public final class EventMetaData {

  /**
   * Set by the store while reading: the event's own global position, where its tracking token does
   * not say it. An event that was committed after one behind it is read late, with a token that
   * stands at the later position.
   */
  public static final String LATE_POSITION = "latePosition";

  /** A sealed {@link medic.events.access.ClientAddress}: where the actor's request came from. */
  public static final String ADDRESS = "address";

  private EventMetaData() {}
}
