@NullMarked
package medic.booking.hold;

import org.jspecify.annotations.NullMarked;
