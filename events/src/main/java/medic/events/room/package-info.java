@NullMarked
package medic.events.room;

import org.jspecify.annotations.NullMarked;
