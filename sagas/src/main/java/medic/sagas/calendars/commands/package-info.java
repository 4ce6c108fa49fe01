@NullMarked
package medic.sagas.calendars.commands;

import org.jspecify.annotations.NullMarked;
