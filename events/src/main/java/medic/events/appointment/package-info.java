/** What happens to an appointment. */
@NullMarked
package medic.events.appointment;

import org.jspecify.annotations.NullMarked;
