/** Connects and disconnects doctors' other calendars, and keeps their secrets. */
@NullMarked
package medic.sagas.calendars.connections;

import org.jspecify.annotations.NullMarked;
