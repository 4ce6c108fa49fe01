package medic.architecture.violations.booking.b;

import medic.architecture.violations.booking.c.GoesBack;

/** Breaks, with its counterpart: packages have a direction. */
public class GoesRound {
  GoesBack back;
}
