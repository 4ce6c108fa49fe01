package medic.events.doctor;

import java.time.Instant;
import java.util.List;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * A remote calendar was read: what is in it now or has changed, and which of its entries are gone.
 */
@Revision("1")
public record ExternalBusyTimesSeen(
    DoctorId doctorId,
    ConnectionId connectionId,
    String source,
    List<ExternalBusyTime> seen,
    List<String> goneExternalIds,
    Instant seenAt)
    implements DoctorScheduleEvent {}
