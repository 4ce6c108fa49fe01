package medic.events.operation;

/** The running of the system was seen to. Who it was is in the event's metadata. */
public sealed interface OperationEvent permits RebuildOrdered {}
