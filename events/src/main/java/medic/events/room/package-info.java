/** What happens in a room's calendar. */
@NullMarked
package medic.events.room;

import org.jspecify.annotations.NullMarked;
