/** Typed ids: one string on the wire. */
@NullMarked
package medic.events.id;

import org.jspecify.annotations.NullMarked;
