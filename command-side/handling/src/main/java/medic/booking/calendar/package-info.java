/** Keeps what is known of a doctor's connections to other calendars. */
@NullMarked
package medic.booking.calendar;

import org.jspecify.annotations.NullMarked;
