package medic.command;

/** The keys of a command's metadata beside the {@link Actor}'s. All values are strings. */
public final class CommandMetaData {

  /** By which way the command came in: {@code http}, {@code deadline}, {@code load}. */
  public static final String CHANNEL = "channel";

  /** The client's key that makes a repeated request one. */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /** A hash of the request, so that a key used for another request is noticed. */
  public static final String REQUEST_HASH = "requestHash";

  /** In a command's result: the global position of the last event that it stored. */
  public static final String POSITION = "position";

  private CommandMetaData() {}
}
