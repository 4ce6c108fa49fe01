@NullMarked
package medic.booking.notification;

import org.jspecify.annotations.NullMarked;
