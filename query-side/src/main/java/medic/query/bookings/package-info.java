/** A patient's bookings. */
@NullMarked
package medic.query.bookings;

import org.jspecify.annotations.NullMarked;
