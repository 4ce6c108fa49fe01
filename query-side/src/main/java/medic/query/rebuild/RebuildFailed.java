package medic.query.rebuild;

/** The database refused something while a read model was made anew. */
final class RebuildFailed extends RuntimeException {

  RebuildFailed(Exception cause) {
    super(cause);
  }

  RebuildFailed(String message) {
    super(message);
  }
}
