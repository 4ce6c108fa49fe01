/** What those who run the system order it to do, put on record. */
@NullMarked
package medic.booking.operation;

import org.jspecify.annotations.NullMarked;
