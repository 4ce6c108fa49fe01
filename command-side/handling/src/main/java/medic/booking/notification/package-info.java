/** Keeps on record what became of each message. */
@NullMarked
package medic.booking.notification;

import org.jspecify.annotations.NullMarked;
