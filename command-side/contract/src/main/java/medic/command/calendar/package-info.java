@NullMarked
package medic.command.calendar;

import org.jspecify.annotations.NullMarked;
