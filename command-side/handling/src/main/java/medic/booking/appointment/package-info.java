/** Books, moves, cancels and ends appointments, over the calendars that each involves. */
@NullMarked
package medic.booking.appointment;

import org.jspecify.annotations.NullMarked;
