package medic.command.operation;

/**
 * Puts on record that the sender orders something of the making of a read model.
 *
 * @param readModel its name
 * @param order START, PAUSE, RESUME or CANCEL
 */
public record RecordRebuildOrdered(String readModel, String order) {}
