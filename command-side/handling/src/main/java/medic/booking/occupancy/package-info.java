@NullMarked
package medic.booking.occupancy;

import org.jspecify.annotations.NullMarked;
