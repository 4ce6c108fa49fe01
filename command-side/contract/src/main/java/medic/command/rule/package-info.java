/** Which rules there are for bookings and moves, and who may override which. */
@NullMarked
package medic.command.rule;

import org.jspecify.annotations.NullMarked;
