/** Commands that put on record who read or was refused what, and who signed in. */
@NullMarked
package medic.command.access;

import org.jspecify.annotations.NullMarked;
