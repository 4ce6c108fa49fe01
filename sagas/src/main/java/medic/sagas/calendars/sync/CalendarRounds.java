package medic.sagas.calendars.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import medic.command.calendar.ReportBrokenGrant;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionStatus;
import medic.sagas.calendars.connections.ConnectionTable;
import medic.sagas.calendars.connections.RemoteAccesses;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.connections.RoundTable.RoundOvertaken;
import medic.sagas.calendars.copies.CopyTable;
import medic.sagas.calendars.copies.CopyWriting;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One round of a connection: write what waits, read what is new, write what follows from it. It may
 * end anywhere, and the next one goes on.
 */
@Component
public class CalendarRounds {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarRounds.class);
  private static final Duration POLL = Duration.ofMinutes(5);
  private static final Duration DOUBT = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int MAX_DOUBLINGS = 9;

  private final ConnectionTable connections;
  private final RoundTable rounds;
  private final RemoteAccesses accesses;
  private final CalendarIo io;
  private final CopyTable copies;
  private final CopyWriting writing;
  private final Pull pull;
  private final ChannelKeeper channels;
  private final DisconnectionService disconnecting;
  private final ReadingJudge judge;
  private final Commands commands;
  private final Clock clock;
  private final RandomGenerator random;

  CalendarRounds(
      ConnectionTable connections,
      RoundTable rounds,
      RemoteAccesses accesses,
      CalendarIo io,
      CopyTable copies,
      CopyWriting writing,
      Pull pull,
      ChannelKeeper channels,
      DisconnectionService disconnecting,
      ReadingJudge judge,
      Commands commands,
      Clock clock,
      RandomGenerator random) {
    this.connections = connections;
    this.rounds = rounds;
    this.accesses = accesses;
    this.io = io;
    this.copies = copies;
    this.writing = writing;
    this.pull = pull;
    this.channels = channels;
    this.disconnecting = disconnecting;
    this.judge = judge;
    this.commands = commands;
    this.clock = clock;
    this.random = random;
  }

  /** Runs a claimed round to its end, whatever that is. */
  public void run(Connection connection) {
    round(connection);
    judge.judge(connection);
  }

  private void round(Connection connection) {
    try {
      boolean believed = synchronise(connection);
      rounds.done(connection, next(connection, believed), clock.instant());
    } catch (RoundOvertaken overtaken) {
      LOG.info("another process goes on with {}", connection.id());
      disconnecting.freeWhatIsLeft(connection.id());
    } catch (RemoteFailure failure) {
      failed(connection, failure);
    } catch (RuntimeException bug) {
      LOG.error("a round of {} failed", connection.id(), bug);
      failed(connection, null, "failed here: see the server's log");
    }
  }

  private boolean synchronise(Connection connection) {
    if (connection.status() == ConnectionStatus.ENDING) {
      disconnecting.end(connection);
      return true;
    }
    RemoteAccess access = accesses.to(connection);
    CalendarWriter writer = io.writer(connection);
    if (connection.status() == ConnectionStatus.LEAVING && writer != null) {
      takeAway(connection, access, writer);
      return true;
    }
    if (writer != null) {
      writing.writeDue(connection, access, writer);
    }
    boolean believed = pull.pull(connection, access);
    if (writer != null) {
      writing.writeDue(connection, access, writer);
    }
    channels.keep(connection, access);
    return believed;
  }

  /** What was wanted meanwhile goes too. */
  private void takeAway(Connection connection, RemoteAccess access, CalendarWriter writer) {
    copies.takeAllAway(connection.id(), clock.instant());
    writing.writeDue(connection, access, writer);
    if (copies.queue(connection.id()).waiting() == 0) {
      disconnecting.end(connection);
    }
  }

  private Instant next(Connection connection, boolean believed) {
    Instant poll = clock.instant().plus(believed ? POLL : DOUBT);
    return copies.nextDue(connection.id()).filter(due -> due.isBefore(poll)).orElse(poll);
  }

  private void failed(Connection connection, RemoteFailure failure) {
    String why = String.valueOf(failure.getMessage());
    if (failure.kind() == Kind.GRANT_BROKEN && connection.status() == ConnectionStatus.LEAVING) {
      disconnecting.end(connection);
      return;
    } else if (failure.kind() == Kind.GRANT_BROKEN) {
      LOG.warn("{} must be connected again: {}", connection.id(), why);
      commands.send(new ReportBrokenGrant(connection.id(), why));
      connections.broken(connection.id(), why);
      return;
    }
    if (failure.kind() == Kind.UNAUTHORIZED) {
      accesses.forgetToken(connection.id());
    }
    LOG.info("a round of {} ends early: {}", connection.id(), why);
    failed(connection, failure.retryAfter(), why);
  }

  private void failed(Connection connection, @Nullable Duration asked, String why) {
    rounds.failed(connection, later(connection, asked), why, clock.instant());
  }

  /** Pauses that double up to some 40 minutes, spread, and never shorter than we are asked to. */
  private Instant later(Connection connection, @Nullable Duration asked) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(connection.failures(), MAX_DOUBLINGS));
    Duration spread = pause.plusMillis(random.nextLong(pause.toMillis() / 2));
    return clock.instant().plus(asked != null && asked.compareTo(spread) > 0 ? asked : spread);
  }
}
