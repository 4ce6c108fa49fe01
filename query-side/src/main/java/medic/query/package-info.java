/** The wiring of the read models. */
@NullMarked
package medic.query;

import org.jspecify.annotations.NullMarked;
