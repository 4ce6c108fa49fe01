/** Events that a group could not handle: parked, so that they hold up only what follows them. */
@NullMarked
package medic.deadletters;

import org.jspecify.annotations.NullMarked;
