/** Measures the server beside what the machine can do, in one run. */
@NullMarked
package medic.trials.bench;

import org.jspecify.annotations.NullMarked;
