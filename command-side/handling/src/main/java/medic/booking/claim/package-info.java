/** Sees that an id that a client chose stands for one thing only. */
@NullMarked
package medic.booking.claim;

import org.jspecify.annotations.NullMarked;
