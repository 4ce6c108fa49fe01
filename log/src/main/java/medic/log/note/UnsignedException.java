package medic.log.note;

/** A note bears no signature of the key that is trusted. */
public final class UnsignedException extends Exception {

  private static final long serialVersionUID = 1;

  public UnsignedException(String message) {
    super(message);
  }
}
