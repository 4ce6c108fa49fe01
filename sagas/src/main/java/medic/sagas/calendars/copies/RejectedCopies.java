package medic.sagas.calendars.copies;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.deadletters.DeadLetterKind;
import org.springframework.stereotype.Component;

/** Copies that a provider rejected, as dead letters. */
@Component
class RejectedCopies implements DeadLetterKind {

  private final CopyTable copies;
  private final RoundTable rounds;
  private final Clock clock;

  RejectedCopies(CopyTable copies, RoundTable rounds, Clock clock) {
    this.copies = copies;
    this.rounds = rounds;
    this.clock = clock;
  }

  @Override
  public boolean retry(UUID id, Map<String, ?> inTheNameOf) {
    Optional<ConnectionId> connection = copies.retryRejected(id, clock.instant());
    connection.ifPresent(found -> rounds.insist(found, clock.instant()));
    return connection.isPresent();
  }

  /** The copy stays as it is over there, until its visit changes. */
  @Override
  public boolean drop(UUID id, Map<String, ?> inTheNameOf) {
    return copies.dropRejected(id);
  }
}
