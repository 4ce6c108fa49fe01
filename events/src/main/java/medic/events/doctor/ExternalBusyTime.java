package medic.events.doctor;

import java.time.Instant;
import java.util.UUID;
import medic.events.id.ConnectionId;
import medic.events.id.NameBasedId;

/** An entry [startsAt, endsAt) of a remote calendar. */
public record ExternalBusyTime(
    String externalId, Instant startsAt, Instant endsAt, BusyStatus status) {

  /** By which an entry is known here, in agendas and in lists: the same for the same entry. */
  public static UUID idOf(ConnectionId connection, String externalId) {
    return NameBasedId.of(connection + " " + externalId);
  }
}
