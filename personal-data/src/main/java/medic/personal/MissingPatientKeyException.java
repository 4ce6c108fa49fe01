package medic.personal;

import java.util.UUID;

/** Data is sealed for a subject whose key the store never heard of. */
public final class MissingPatientKeyException extends RuntimeException {

  public MissingPatientKeyException(UUID subject) {
    super("no key, and no trace of its destruction, for subject " + subject);
  }
}
