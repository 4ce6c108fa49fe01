/** That an id stands for one thing. */
@NullMarked
package medic.events.claim;

import org.jspecify.annotations.NullMarked;
