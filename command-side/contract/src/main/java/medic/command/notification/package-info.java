@NullMarked
package medic.command.notification;

import org.jspecify.annotations.NullMarked;
