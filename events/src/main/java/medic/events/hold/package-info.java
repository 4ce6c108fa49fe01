/** What happens to a held slot. */
@NullMarked
package medic.events.hold;

import org.jspecify.annotations.NullMarked;
