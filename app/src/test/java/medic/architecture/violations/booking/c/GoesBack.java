package medic.architecture.violations.booking.c;

import medic.architecture.violations.booking.b.GoesRound;

/** Breaks, with its counterpart: packages have a direction. */
public class GoesBack {
  GoesRound round;
}
