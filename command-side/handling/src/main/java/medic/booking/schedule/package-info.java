/** A doctor's schedule: what is offered, what is taken, and what takes booked time. */
@NullMarked
package medic.booking.schedule;

import org.jspecify.annotations.NullMarked;
