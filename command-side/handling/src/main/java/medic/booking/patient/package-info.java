@NullMarked
package medic.booking.patient;

import org.jspecify.annotations.NullMarked;
