package medic.command.access;

import java.util.List;
import medic.events.id.PatientId;

/** Puts on record that the sender is shown data of these patients. */
public record RecordPatientDataRead(ResourceDetails resource, List<PatientId> patients) {}
