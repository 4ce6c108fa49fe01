/** Commands to a doctor's schedule: premises, appointment types, hours, time off, busy times. */
@NullMarked
package medic.command.doctor;

import org.jspecify.annotations.NullMarked;
