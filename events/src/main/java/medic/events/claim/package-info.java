@NullMarked
package medic.events.claim;

import org.jspecify.annotations.NullMarked;
