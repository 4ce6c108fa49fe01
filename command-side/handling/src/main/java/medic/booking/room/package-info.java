/** Rooms' calendars. */
@NullMarked
package medic.booking.room;

import org.jspecify.annotations.NullMarked;
