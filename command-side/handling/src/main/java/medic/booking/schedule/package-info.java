@NullMarked
package medic.booking.schedule;

import org.jspecify.annotations.NullMarked;
