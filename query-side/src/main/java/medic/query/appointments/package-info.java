/** One appointment, now or as it stood. */
@NullMarked
package medic.query.appointments;

import org.jspecify.annotations.NullMarked;
