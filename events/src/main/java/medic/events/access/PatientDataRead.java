package medic.events.access;

import java.util.List;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** Data of these patients was shown. */
@Revision("1")
public record PatientDataRead(AccessedResource resource, List<PatientId> patients)
    implements AccessEvent {}
