@NullMarked
package medic.command.hold;

import org.jspecify.annotations.NullMarked;
