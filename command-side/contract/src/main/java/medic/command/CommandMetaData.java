package medic.command;

import medic.events.EventMetaData;

/** The keys of a command's metadata beside the {@link Actor}'s. All values are strings. */
public final class CommandMetaData {

  /** By which way the command came in: {@code http}, {@code deadline}, {@code load}. */
  public static final String CHANNEL = "channel";

  /** Where the request came from, sealed under the key of who sent it. */
  public static final String ADDRESS = EventMetaData.ADDRESS;

  /** A digest of the client's key that makes a repeated request one, and of who sends it. */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /**
   * What was asked under the key, without any personal text, so that a key used twice is noticed.
   */
  public static final String REQUEST = "request";

  /** In a command's result: the global position of the last event that it stored. */
  public static final String POSITION = "position";

  private CommandMetaData() {}
}
