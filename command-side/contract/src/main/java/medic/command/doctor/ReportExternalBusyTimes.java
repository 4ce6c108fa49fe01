package medic.command.doctor;

import java.time.Instant;
import java.util.List;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells what a remote calendar holds: entries new or changed, and the ids of those gone. With
 * {@code complete} everything of the connection that is not named is gone too.
 */
public record ReportExternalBusyTimes(
    @TargetAggregateIdentifier DoctorId doctorId,
    ConnectionId connectionId,
    String source,
    List<ExternalBusyTimeDetails> seen,
    List<String> goneExternalIds,
    boolean complete,
    Instant seenAt) {}
