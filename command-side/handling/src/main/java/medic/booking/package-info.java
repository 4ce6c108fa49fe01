/** The wiring of the command side. */
@NullMarked
package medic.booking;

import org.jspecify.annotations.NullMarked;
