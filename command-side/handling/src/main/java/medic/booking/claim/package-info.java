@NullMarked
package medic.booking.claim;

import org.jspecify.annotations.NullMarked;
