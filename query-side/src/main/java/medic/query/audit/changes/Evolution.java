package medic.query.audit.changes;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Something that its events make what it is. */
public interface Evolution {

  /** Takes the next event; false when it surely changed nothing that is shown. */
  boolean evolve(EventMessage<?> event);

  /** As it is shown now; null before it began. */
  @Nullable Object shown();
}
