/** What those who run the system order it to do, beside booking. */
@NullMarked
package medic.events.operation;

import org.jspecify.annotations.NullMarked;
