@NullMarked
package medic.events.id;

import org.jspecify.annotations.NullMarked;
