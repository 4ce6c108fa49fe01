package medic.booking.deciding;

/** Where the event store stands. */
public interface StorePosition {

  /** The key of the unit of work's resource under which a store leaves what it appended. */
  String APPENDED = StorePosition.class.getName() + ".appended";

  /** The global position of the newest event, for a command that stored none or cannot know. */
  long head();
}
