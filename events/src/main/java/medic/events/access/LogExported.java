package medic.events.access;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The log was exported.
 *
 * @param filter which part, as the parameters of the request; empty for the whole
 * @param format {@code ndjson} or {@code csv}
 * @param patientId whose entries only; where absent, anybody's may be among them
 */
@Revision("1")
public record LogExported(String filter, String format, @Nullable PatientId patientId)
    implements AccessEvent {}
