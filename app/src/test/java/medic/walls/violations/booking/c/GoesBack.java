package medic.walls.violations.booking.c;

import medic.walls.violations.booking.b.GoesRound;

/** Breaks, with its counterpart: packages have a direction. */
public class GoesBack {
  GoesRound round;
}
