package medic.personal;

/** The master key is not the one the stored keys were wrapped by. */
public final class WrongMasterKeyException extends RuntimeException {

  WrongMasterKeyException(Throwable cause) {
    super(
        "the master key does not fit the stored keys: give back the one they were made with",
        cause);
  }
}
