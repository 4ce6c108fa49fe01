package medic.booking.appointment;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import medic.events.appointment.DeclineCause;
import org.jspecify.annotations.Nullable;

/** Ends moves that are asked for: the visit goes there, or stays where it is. */
class MoveAnswers {

  private final PatientZone zones;
  private final Clock clock;

  MoveAnswers(PatientZone zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  void accept(Involved in, AppointmentState from, @Nullable String reason) {
    ZoneId there = Objects.requireNonNull(from.moveZone());
    ZoneId zone = zones.afterMove(from.outcome(), there);
    in.appointment().execute(a -> a.acceptMove(zone, reason, clock.instant()));
    RequestedMoves.accept(in, from);
  }

  void decline(
      Involved in, AppointmentState from, @Nullable String reason, @Nullable DeclineCause cause) {
    in.appointment().execute(a -> a.declineMove(reason, cause));
    RequestedMoves.release(in, from);
  }

  void withdraw(Involved in, AppointmentState from, @Nullable String reason) {
    in.appointment().execute(a -> a.withdrawMove(reason));
    RequestedMoves.release(in, from);
  }
}
