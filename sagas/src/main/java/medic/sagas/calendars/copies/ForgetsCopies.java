package medic.sagas.calendars.copies;

import java.time.Clock;
import java.time.Instant;
import medic.events.id.PatientId;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.erasure.Forgets;
import org.springframework.stereotype.Component;

/**
 * Has an erased patient's name taken out of all copies of their visits, those that are over too.
 * The queue does it: it waits for a provider that is down, and for a calendar that has to be
 * connected again.
 */
@Component
public class ForgetsCopies implements Forgets {

  private final CopyTable copies;
  private final RoundTable rounds;
  private final Clock clock;

  ForgetsCopies(CopyTable copies, RoundTable rounds, Clock clock) {
    this.copies = copies;
    this.rounds = rounds;
    this.clock = clock;
  }

  @Override
  public void forget(PatientId patient) {
    Instant now = clock.instant();
    copies.makeNameless(patient, now).forEach(connection -> rounds.ask(connection, now));
  }
}
