@NullMarked
package medic.booking.calendar;

import org.jspecify.annotations.NullMarked;
