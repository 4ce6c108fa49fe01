package medic.walls.violations.booking.b;

import medic.walls.violations.booking.c.GoesBack;

/** Breaks, with its counterpart: packages have a direction. */
public class GoesRound {
  GoesBack back;
}
