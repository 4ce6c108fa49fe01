/** Faults drawn from a seed, under load, and what must hold whatever fails. */
@NullMarked
package medic.trials.chaos;

import org.jspecify.annotations.NullMarked;
