package medic.sagas.calendars.copies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.command.calendar.SettleCalendarChange;
import medic.events.calendar.ProposalOutcome;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.CopyContent;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import org.springframework.stereotype.Component;

/** Brings the calendar to what is wanted, copy by copy, step by step, each step safe to repeat. */
@Component
public class CopyWriting {

  private static final String TITLE = "Appointment";
  private static final int BATCH = 50;

  /** A copy that others change faster than we can write is left for later. */
  private static final int STEPS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MAX_PAUSE_DOUBLINGS = 8;

  private final CopyTable copies;
  private final ProposalTable proposals;
  private final CopiedAppointments visits;
  private final RoundTable rounds;
  private final Commands commands;
  private final Clock clock;

  CopyWriting(
      CopyTable copies,
      ProposalTable proposals,
      CopiedAppointments visits,
      RoundTable rounds,
      Commands commands,
      Clock clock) {
    this.copies = copies;
    this.proposals = proposals;
    this.visits = visits;
    this.rounds = rounds;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Writes what is due. What the provider rejects for good waits with its reason; all other
   * failures concern the whole connection and are thrown.
   */
  public void writeDue(Connection connection, RemoteAccess access, CalendarWriter writer) {
    Instant now = clock.instant();
    var due = copies.due(connection.id(), now, BATCH);
    while (!due.isEmpty()) {
      due.forEach(copy -> write(connection, access, writer, copy));
      due = copies.due(connection.id(), now, BATCH);
    }
  }

  private void write(Connection connection, RemoteAccess access, CalendarWriter writer, Copy copy) {
    try {
      if (!bring(connection, access, writer, copy)) {
        later(copy, "keeps changing over there");
      }
    } catch (RemoteFailure failure) {
      if (failure.kind() != Kind.REJECTED) {
        throw failure;
      }
      later(copy, String.valueOf(failure.getMessage()));
    }
  }

  private void later(Copy copy, String why) {
    int doublings = Math.min(copy.attempts(), MAX_PAUSE_DOUBLINGS);
    Instant now = clock.instant();
    copies.failed(copy, now, now.plus(FIRST_PAUSE.multipliedBy(1L << doublings)), why);
  }

  private boolean bring(
      Connection connection, RemoteAccess access, CalendarWriter writer, Copy first) {
    Copy copy = first;
    for (int i = 0; i < STEPS; i++) {
      CopyPolicy.Step step = CopyPolicy.next(copy);
      if (step == CopyPolicy.Step.DONE) {
        copies.written(copy);
        settle(copy);
        return true;
      }
      rounds.renew(connection, clock.instant());
      take(step, connection, access, writer, copy);
      copy = copies.find(connection.id(), copy.appointmentId()).orElseThrow();
    }
    return false;
  }

  private void take(
      CopyPolicy.Step step,
      Connection connection,
      RemoteAccess access,
      CalendarWriter writer,
      Copy copy) {
    String etag = copy.remote() == null ? null : copy.remote().etag();
    try {
      switch (step) {
        case LOOK -> look(access, writer, copy);
        case INSERT -> {
          copies.tried(copy);
          copies.saw(copy, writer.insert(access, content(connection, copy)));
        }
        case CHANGE -> {
          copies.saw(copy, writer.change(access, content(connection, copy), etag));
          copies.rewritten(copy);
        }
        case DELETE -> {
          writer.delete(access, copy.remoteId(), etag);
          copies.saw(copy, RemoteEvent.cancelled(copy.remoteId(), null));
        }
        case DONE -> throw new IllegalArgumentException("nothing to do");
      }
    } catch (RemoteFailure failure) {
      switch (failure.kind()) {
        case TAKEN, STALE, MISSING -> look(access, writer, copy);
        default -> throw failure;
      }
    }
  }

  private void look(RemoteAccess access, CalendarWriter writer, Copy copy) {
    copies.saw(copy, writer.find(access, copy.remoteId()).orElse(null));
  }

  /** Closes a proposal that what is now agreed has overtaken or fulfilled. */
  void settle(Copy copy) {
    ProposalOutcome outcome = CopyPolicy.settled(copy);
    if (outcome != null && copy.proposal() != null) {
      commands.send(new SettleCalendarChange(copy.connectionId(), copy.proposal().id(), outcome));
      proposals.close(copy.connectionId(), copy.proposal().id());
    }
  }

  private CopyContent content(Connection connection, Copy copy) {
    boolean named = connection.showPatientNames() && !copy.nameless();
    return new CopyContent(
        copy.remoteId(),
        named ? visits.patientName(copy.patientId()).orElse(TITLE) : TITLE,
        copy.startsAt(),
        copy.endsAt(),
        copy.appointmentId().value(),
        copy.revision());
  }
}
