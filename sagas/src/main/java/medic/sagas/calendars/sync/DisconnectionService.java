package medic.sagas.calendars.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import medic.command.Actor;
import medic.command.calendar.DisconnectCalendar;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.events.id.ConnectionId;
import medic.http.Caller;
import medic.sagas.InTheNameOf;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionStatus;
import medic.sagas.calendars.connections.ConnectionTable;
import medic.sagas.calendars.connections.RemoteAccesses;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.remote.RemoteFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends a connection here, and as far as the provider can be reached over there. What was copied
 * stays in the doctor's calendar, or is taken away first: by rounds, which are given up only with
 * the grant. Rounds are told first to stop, for what one of them reports after its calendar was
 * freed would take the doctor's time for ever; and where this ends halfway, a round goes on.
 */
@Component
class DisconnectionService {

  private static final Logger LOG = LoggerFactory.getLogger(DisconnectionService.class);

  /** When a round goes on with an end that was begun: long after it should have come. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ConnectionTable connections;
  private final RoundTable rounds;
  private final RemoteAccesses accesses;
  private final ChannelKeeper channels;
  private final BusyTimes busyTimes;
  private final Commands commands;
  private final Clock clock;

  DisconnectionService(
      ConnectionTable connections,
      RoundTable rounds,
      RemoteAccesses accesses,
      ChannelKeeper channels,
      BusyTimes busyTimes,
      Commands commands,
      Clock clock) {
    this.connections = connections;
    this.rounds = rounds;
    this.accesses = accesses;
    this.channels = channels;
    this.busyTimes = busyTimes;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * @param takeAway whether our copies go first; ignored where nothing lets us in any more
   */
  @Nullable String disconnect(Connection connection, boolean takeAway, Caller caller) {
    Actor actor = InTheNameOf.actor(caller);
    String ended = commands.send(new DisconnectCalendar(connection.id()), actor, null);
    boolean byRounds =
        takeAway && connection.isWritable() && connection.status() != ConnectionStatus.BROKEN;
    if (byRounds) {
      connections.leaving(connection.id());
    } else {
      connections.ending(connection.id(), clock.instant().plus(PATIENCE));
    }
    String freed = free(connection, actor);
    if (byRounds) {
      rounds.insist(connection.id(), clock.instant());
    } else {
      giveBack(connection);
    }
    return freed == null ? ended : freed;
  }

  /** Ends a connection that is left, all over again: whoever began to may have got nowhere. */
  void end(Connection connection) {
    var unused = free(connection, Actor.SYSTEM);
    giveBack(connection);
  }

  /** Takes back what a round has reported while its connection was being ended. */
  void freeWhatIsLeft(ConnectionId id) {
    connections
        .find(id)
        .filter(Connection::isLeft)
        .ifPresent(
            connection -> {
              var unused = free(connection, Actor.SYSTEM);
            });
  }

  /** Gives back what let us in. */
  private void giveBack(Connection connection) {
    if (connection.status() != ConnectionStatus.BROKEN) {
      leave(connection);
    }
    accesses.end(connection.id());
  }

  private @Nullable String free(Connection connection, Actor actor) {
    String freed =
        commands.send(
            new ReportExternalBusyTimes(
                connection.doctorId(),
                connection.id(),
                BusyTimes.source(connection),
                List.of(),
                List.of(),
                true,
                clock.instant()),
            actor,
            null);
    busyTimes.dropAll(connection.id());
    return freed;
  }

  private void leave(Connection connection) {
    try {
      channels.stopAll(connection, accesses.to(connection));
      accesses.revoke(connection);
    } catch (RemoteFailure unreachable) {
      LOG.info("{} ends without its provider: {}", connection.id(), unreachable.getMessage());
    }
  }
}
