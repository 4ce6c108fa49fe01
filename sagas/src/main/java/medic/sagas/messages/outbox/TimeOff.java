package medic.sagas.messages.outbox;

import java.time.Instant;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * Time off during [startsAt, endsAt) as messages speak of it.
 *
 * @param asked why it was asked for
 * @param decision why it was rejected or cancelled
 */
public record TimeOff(
    TimeOffId id,
    DoctorId doctorId,
    Instant startsAt,
    Instant endsAt,
    @Nullable String asked,
    @Nullable String decision) {}
