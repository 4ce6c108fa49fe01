@NullMarked
package medic.events.hold;

import org.jspecify.annotations.NullMarked;
