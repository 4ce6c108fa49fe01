/** Keeps patients' consent to each channel. */
@NullMarked
package medic.booking.consent;

import org.jspecify.annotations.NullMarked;
