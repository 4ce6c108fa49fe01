/** Sends the commands that follow from other calendars. */
@NullMarked
package medic.sagas.calendars.commands;

import org.jspecify.annotations.NullMarked;
