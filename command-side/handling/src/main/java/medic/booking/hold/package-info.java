/** Holds slots, and lets them go. */
@NullMarked
package medic.booking.hold;

import org.jspecify.annotations.NullMarked;
