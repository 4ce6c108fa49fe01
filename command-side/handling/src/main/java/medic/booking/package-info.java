@NullMarked
package medic.booking;

import org.jspecify.annotations.NullMarked;
