/** Who saw or tried to see what. */
@NullMarked
package medic.events.access;

import org.jspecify.annotations.NullMarked;
