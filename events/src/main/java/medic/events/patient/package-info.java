/** What happens to a patient. */
@NullMarked
package medic.events.patient;

import org.jspecify.annotations.NullMarked;
