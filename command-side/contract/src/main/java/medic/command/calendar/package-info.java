/** Commands about the calendars that doctors have elsewhere. */
@NullMarked
package medic.command.calendar;

import org.jspecify.annotations.NullMarked;
