@NullMarked
package medic.events;

import org.jspecify.annotations.NullMarked;
