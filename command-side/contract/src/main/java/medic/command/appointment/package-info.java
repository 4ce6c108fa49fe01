/** Commands to an appointment, and what comes of them. */
@NullMarked
package medic.command.appointment;

import org.jspecify.annotations.NullMarked;
