package medic.command.access;

import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record that the sender exports the log.
 *
 * @param filter which part, as the parameters of the request; empty for the whole
 * @param format {@code ndjson} or {@code csv}
 * @param patientId whose entries only; where absent, anybody's may be among them
 */
public record RecordLogExported(String filter, String format, @Nullable PatientId patientId) {}
