package medic.log.store;

import java.util.Optional;
import medic.log.note.Checkpoint;

/** The process that appends to the log, signs and examines it; there may be none here. */
public interface LogKeeping {

  /**
   * Logs all that is committed and signs it.
   *
   * @return the checkpoint over all of it; empty when nothing is logged or something was found that
   *     must not be signed
   */
  Optional<Checkpoint.Signed> checkpoint();

  /** Goes through the whole log as soon as may be. */
  void examineSoon();
}
