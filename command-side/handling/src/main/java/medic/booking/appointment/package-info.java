@NullMarked
package medic.booking.appointment;

import org.jspecify.annotations.NullMarked;
