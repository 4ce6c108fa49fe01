/** Who takes how much of a calendar, and when. */
@NullMarked
package medic.booking.occupancy;

import org.jspecify.annotations.NullMarked;
