/** Reads and refusals, put on record. */
@NullMarked
package medic.booking.access;

import org.jspecify.annotations.NullMarked;
