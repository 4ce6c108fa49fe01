/** The endpoints that write. */
@NullMarked
package medic.booking.http;

import org.jspecify.annotations.NullMarked;
