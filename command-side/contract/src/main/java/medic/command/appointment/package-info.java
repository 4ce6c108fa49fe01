@NullMarked
package medic.command.appointment;

import org.jspecify.annotations.NullMarked;
