/** An event as it is stored, and as it is hashed. */
@NullMarked
package medic.log.event;

import org.jspecify.annotations.NullMarked;
