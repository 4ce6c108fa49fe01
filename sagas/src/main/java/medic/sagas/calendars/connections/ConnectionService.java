package medic.sagas.calendars.connections;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.command.Actor;
import medic.command.calendar.ConnectCalendar;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.sagas.calendars.commands.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes connections. One calendar of one doctor has one connection for good: connected anew it goes
 * on where it stood, and nothing is there twice.
 */
@Component
public class ConnectionService {

  private final ConnectionTable connections;
  private final Commands commands;
  private final Clock clock;

  ConnectionService(ConnectionTable connections, Commands commands, Clock clock) {
    this.connections = connections;
    this.commands = commands;
    this.clock = clock;
  }

  /** What is asked for, and what gives access to it: a refresh token, or a feed's address. */
  public record Wish(
      DoctorId doctorId,
      CalendarProvider provider,
      String calendar,
      List<String> scopes,
      boolean showPatientNames,
      String secret) {

    @Override
    public String toString() {
      return "connect " + calendar;
    }
  }

  /** A connection as it is made, and the position of its event. */
  public record Made(Connection connection, @Nullable String position) {}

  public Made connect(Wish wish, Actor actor) {
    ConnectionId id = idOf(wish.doctorId(), wish.provider(), wish.calendar());
    connections.begin(
        id,
        wish.doctorId(),
        wish.provider(),
        wish.calendar(),
        wish.scopes(),
        wish.showPatientNames(),
        wish.secret());
    String position =
        commands.send(
            new ConnectCalendar(
                id,
                wish.doctorId(),
                wish.provider(),
                wish.calendar(),
                wish.scopes(),
                wish.showPatientNames()),
            actor,
            null);
    Instant now = clock.instant();
    connections.established(id, now);
    return new Made(connections.find(id).orElseThrow(), position);
  }

  static ConnectionId idOf(DoctorId doctor, CalendarProvider provider, String calendar) {
    ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(doctor + "\n" + provider + "\n" + calendar));
    return new ConnectionId(
        new UUID(
            hash.getLong() & ~0xF000L | 0x8000L,
            hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L));
  }
}
