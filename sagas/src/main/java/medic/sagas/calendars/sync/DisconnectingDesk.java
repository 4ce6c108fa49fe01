package medic.sagas.calendars.sync;

import java.time.Clock;
import java.util.List;
import medic.command.Actor;
import medic.command.calendar.DisconnectCalendar;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.http.Caller;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.ConnectionStatus;
import medic.sagas.calendars.connections.RemoteAccesses;
import medic.sagas.calendars.remote.RemoteFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends a connection here, and as far as the provider can be reached over there. What was copied
 * stays in the doctor's calendar. Repeated after a failure, it goes on.
 */
@Component
class DisconnectingDesk {

  private static final Logger LOG = LoggerFactory.getLogger(DisconnectingDesk.class);

  private final RemoteAccesses accesses;
  private final ChannelKeeper channels;
  private final BusyTimes busyTimes;
  private final Commands commands;
  private final Clock clock;

  DisconnectingDesk(
      RemoteAccesses accesses,
      ChannelKeeper channels,
      BusyTimes busyTimes,
      Commands commands,
      Clock clock) {
    this.accesses = accesses;
    this.channels = channels;
    this.busyTimes = busyTimes;
    this.commands = commands;
    this.clock = clock;
  }

  @Nullable String disconnect(Connection connection, Caller caller) {
    Actor actor = new Actor(caller.role().actorType(), caller.actorId());
    String ended = commands.send(new DisconnectCalendar(connection.id()), actor, null);
    if (connection.status() == ConnectionStatus.CONNECTED) {
      leave(connection);
    }
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
    accesses.end(connection.id());
    return freed == null ? ended : freed;
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
