package medic.sagas.calendars.copies;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import medic.command.calendar.ProposeCalendarChange;
import medic.command.calendar.SettleCalendarChange;
import medic.events.Sha256;
import medic.events.calendar.BookedVisit;
import medic.events.calendar.OwnCopies;
import medic.events.calendar.ProposalOutcome;
import medic.events.calendar.ProposedChange;
import medic.events.id.AppointmentId;
import medic.events.id.ConnectionId;
import medic.events.id.ProposalId;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteEvent;
import org.springframework.stereotype.Component;

/** Takes note of our own copies as they come back in listings, and of what was done to them. */
@Component
public class CopySightings {

  private final CopyTable copies;
  private final CopiedAppointments visits;
  private final ProposalTable proposals;
  private final CopyWriting writing;
  private final Commands commands;
  private final Clock clock;

  CopySightings(
      CopyTable copies,
      CopiedAppointments visits,
      ProposalTable proposals,
      CopyWriting writing,
      Commands commands,
      Clock clock) {
    this.copies = copies;
    this.visits = visits;
    this.proposals = proposals;
    this.writing = writing;
    this.commands = commands;
    this.clock = clock;
  }

  /** Which entries of a connection's calendar are copies of its doctor's own visits. */
  public OwnCopies ownCopies(Connection connection) {
    return new OwnCopies(
        connection.doctorId(),
        visit ->
            copies
                .find(connection.id(), visit)
                .map(c -> new BookedVisit(connection.doctorId(), c.startsAt(), c.endsAt()))
                .or(() -> visits.booked(visit)));
  }

  /**
   * An entry that bears one of our ids. One that no copy is known for was left by an earlier
   * connection, and its visit takes the time already.
   */
  public void seen(ConnectionId connection, AppointmentId id, RemoteEvent event, long generation) {
    copies
        .find(connection, id)
        .ifPresent(
            copy -> {
              respond(copy, event);
              copies.saw(copy, event);
              copies.seenIn(copy, generation);
              copies.find(connection, id).ifPresent(writing::settle);
            });
  }

  /**
   * A complete listing names no deleted entries, and not naming one is no proof that it is gone:
   * each copy that should be there is looked at by itself.
   */
  public void lookForUnseen(
      Connection connection,
      RemoteAccess access,
      CalendarWriter writer,
      long generation,
      Instant from,
      Instant until) {
    for (Copy copy : copies.unseen(connection.id(), generation, from, until)) {
      RemoteEvent found =
          writer
              .find(access, copy.remoteId())
              .orElseGet(() -> RemoteEvent.cancelled(copy.remoteId(), null));
      seen(connection.id(), copy.appointmentId(), found, generation);
    }
  }

  private void respond(Copy copy, RemoteEvent event) {
    switch (CopyPolicy.onSeen(copy, event, clock.instant())) {
      case IGNORE -> {}
      case RESTORE -> copies.restore(copy.connectionId(), copy.appointmentId(), clock.instant());
      case PROPOSE_MOVE ->
          propose(
              copy,
              new Copy.Proposal(idOf(copy, event), ProposedChange.MOVE, event.startsAt(), false));
      case PROPOSE_CANCEL ->
          propose(copy, new Copy.Proposal(idOf(copy, event), ProposedChange.CANCEL, null, false));
    }
  }

  private void propose(Copy copy, Copy.Proposal proposal) {
    if (copy.proposal() != null && !copy.proposal().id().equals(proposal.id())) {
      commands.send(
          new SettleCalendarChange(
              copy.connectionId(), copy.proposal().id(), ProposalOutcome.WITHDRAWN));
    }
    commands.send(
        new ProposeCalendarChange(
            copy.connectionId(),
            proposal.id(),
            copy.appointmentId(),
            proposal.change(),
            proposal.startsAt()));
    proposals.open(copy, proposal);
  }

  /** The same change seen twice is one proposal; the version over there tells changes apart. */
  private static ProposalId idOf(Copy copy, RemoteEvent event) {
    String name =
        copy.connectionId()
            + "\n"
            + copy.appointmentId()
            + "\n"
            + (copy.remote() == null ? null : copy.remote().etag())
            + "\n"
            + event.etag()
            + "\n"
            + event.startsAt();
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(name));
    return new ProposalId(
        new UUID(
            hash.getLong() & ~0xF000L | 0x8000L,
            hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L));
  }
}
