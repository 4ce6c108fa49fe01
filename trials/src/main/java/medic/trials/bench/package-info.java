@NullMarked
package medic.trials.bench;

import org.jspecify.annotations.NullMarked;
