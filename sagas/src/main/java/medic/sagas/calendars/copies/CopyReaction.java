package medic.sagas.calendars.copies;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import medic.events.appointment.AppointmentEvent;
import medic.events.calendar.CalendarChangeSettled;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.ProposalOutcome;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionTable;
import medic.sagas.calendars.connections.RoundTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Notes what is wanted of a visit's copies whenever a visit changes, in the transaction that stores
 * how far this group has come. Writing them is a round's work.
 */
@ProcessingGroup(CopyReaction.GROUP)
public class CopyReaction {

  public static final String GROUP = "calendar-copies";

  private final ConnectionTable connections;
  private final RoundTable rounds;
  private final CopyTable copies;
  private final ProposalTable proposals;
  private final CopiedAppointments visits;
  private final Clock clock;

  CopyReaction(
      ConnectionTable connections,
      RoundTable rounds,
      CopyTable copies,
      ProposalTable proposals,
      CopiedAppointments visits,
      Clock clock) {
    this.connections = connections;
    this.rounds = rounds;
    this.copies = copies;
    this.proposals = proposals;
    this.visits = visits;
    this.clock = clock;
  }

  @EventHandler
  void on(AppointmentEvent event) {
    for (Connection connection : connections.of(event.doctorId())) {
      if (connection.isWritable() && !connection.isLeft()) {
        want(connection.id(), Set.of(event.appointmentId()));
      }
    }
  }

  /** What was booked before there was a calendar, and what has changed while it was gone. */
  @EventHandler
  void on(CalendarConnected event) {
    connections
        .find(event.connectionId())
        .filter(Connection::isWritable)
        .ifPresent(
            connection -> {
              Set<AppointmentId> all =
                  new HashSet<>(visits.upcoming(event.doctorId(), clock.instant()));
              all.addAll(copies.idsOf(connection.id()));
              want(connection.id(), all);
              copies.rewriteAll(connection.id(), clock.instant());
            });
  }

  /** What the doctor does not want to follow is put back over there. */
  @EventHandler
  void on(CalendarChangeSettled event) {
    proposals.close(event.connectionId(), event.proposalId());
    if (event.outcome() == ProposalOutcome.REFUSED) {
      copies.restore(event.connectionId(), event.appointmentId(), clock.instant());
      rounds.ask(event.connectionId(), clock.instant());
    }
  }

  private void want(ConnectionId connection, Set<AppointmentId> changed) {
    Instant now = clock.instant();
    for (AppointmentId appointment : changed) {
      visits.find(appointment).ifPresent(visit -> copies.want(connection, visit, now));
    }
    rounds.ask(connection, now);
  }
}
