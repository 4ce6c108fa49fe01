/** The command that puts on record where a message has come to stand. */
@NullMarked
package medic.command.notification;

import org.jspecify.annotations.NullMarked;
