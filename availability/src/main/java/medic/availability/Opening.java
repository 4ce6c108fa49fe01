package medic.availability;

import java.time.ZoneId;

/**
 * An explicit one-off opening. Its grid is anchored at its own start and stepped by the visit's own
 * duration, it takes one visit at a time, brings no buffers, and no weekly hours take time from it.
 * The zone tells when the place's day ends (see {@link VisitRules#maxFutureDays}).
 */
public record Opening(int place, int room, ZoneId zone, Interval during) {

  public Opening {
    Numbers.requirePlace(place);
    Numbers.requireRoom(room);
  }
}
