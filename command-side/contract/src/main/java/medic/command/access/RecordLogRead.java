package medic.command.access;

import java.util.List;
import medic.events.id.PatientId;

/**
 * Puts on record that the sender is shown a page of the log.
 *
 * @param filter which part, as the parameters of the request
 * @param patients whom its entries concern
 */
public record RecordLogRead(String filter, List<PatientId> patients) {}
