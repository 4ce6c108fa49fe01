/** A small cluster of real processes on loopback, each part of which can be made to fail. */
@NullMarked
package medic.trials.cluster;

import org.jspecify.annotations.NullMarked;
