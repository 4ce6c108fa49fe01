package medic.app.practicefile;

/** A practice file that cannot be loaded: which part of it, and why. */
public final class LoadException extends RuntimeException {

  LoadException(String path, String why) {
    super(path + ": " + why);
  }
}
