package medic.personal;

import java.util.UUID;

/** New personal data was to be sealed for a subject that has been erased. */
public final class SubjectErasedException extends RuntimeException {

  public SubjectErasedException(UUID subject) {
    super("subject " + subject + " was erased");
  }
}
