@NullMarked
package medic.command.access;

import org.jspecify.annotations.NullMarked;
