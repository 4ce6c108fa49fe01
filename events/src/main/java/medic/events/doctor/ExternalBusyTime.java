package medic.events.doctor;

import java.time.Instant;

/** An entry [startsAt, endsAt) of a remote calendar. */
public record ExternalBusyTime(
    String externalId, Instant startsAt, Instant endsAt, BusyStatus status) {}
