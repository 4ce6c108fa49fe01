package medic.events.access;

import java.util.List;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/**
 * A page of the log was read.
 *
 * @param filter which part, as the parameters of the request
 * @param patients whom its entries concern
 */
@Revision("1")
public record LogRead(String filter, List<PatientId> patients) implements AccessEvent {}
