package medic.sagas.deadletters;

import java.util.Map;
import java.util.UUID;

/** A kind of thing that may fail for good, and how it is tried again. */
public interface DeadLetterKind {

  /**
   * Tries it again.
   *
   * @param inTheNameOf who asked for it, as meta-data
   * @return whether it was a dead letter of this kind
   */
  boolean retry(UUID id, Map<String, ?> inTheNameOf);

  /** Gives it up for good; answers whether it was a dead letter of this kind. */
  boolean drop(UUID id, Map<String, ?> inTheNameOf);
}
