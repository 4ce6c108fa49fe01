/** Commands that hold a slot for a while. */
@NullMarked
package medic.command.hold;

import org.jspecify.annotations.NullMarked;
