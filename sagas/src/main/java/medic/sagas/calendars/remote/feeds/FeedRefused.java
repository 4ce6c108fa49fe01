package medic.sagas.calendars.remote.feeds;

/** A feed's address is not one that we fetch from. The message says what is, and no address. */
public final class FeedRefused extends RuntimeException {
  FeedRefused(String message) {
    super(message, null, false, false);
  }
}
