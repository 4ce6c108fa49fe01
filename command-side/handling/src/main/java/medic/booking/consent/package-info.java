@NullMarked
package medic.booking.consent;

import org.jspecify.annotations.NullMarked;
