@NullMarked
package medic.booking.http;

import org.jspecify.annotations.NullMarked;
