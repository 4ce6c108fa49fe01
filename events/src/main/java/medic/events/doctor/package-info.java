/** What happens to a doctor's schedule. */
@NullMarked
package medic.events.doctor;

import org.jspecify.annotations.NullMarked;
