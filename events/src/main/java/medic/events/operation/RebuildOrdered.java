package medic.events.operation;

import org.axonframework.serialization.Revision;

/**
 * A read model was to be made anew, or its making to pause, to go on or to end.
 *
 * @param readModel its name, as in {@code agenda}
 */
@Revision("1")
public record RebuildOrdered(String readModel, RebuildOrder order) implements OperationEvent {}
