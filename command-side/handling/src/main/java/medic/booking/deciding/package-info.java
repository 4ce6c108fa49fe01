@NullMarked
package medic.booking.deciding;

import org.jspecify.annotations.NullMarked;
