/** Requests made up from the API's own description, at the edges of every type. */
@NullMarked
package medic.trials.fuzz;

import org.jspecify.annotations.NullMarked;
