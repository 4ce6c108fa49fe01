package medic.app;

/** The application does not start; the message is one line for the operator. */
public final class StartRefused extends RuntimeException {
  public StartRefused(String message) {
    super(message);
  }
}
