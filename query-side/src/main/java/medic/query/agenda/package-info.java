/** A doctor's agenda. */
@NullMarked
package medic.query.agenda;

import org.jspecify.annotations.NullMarked;
