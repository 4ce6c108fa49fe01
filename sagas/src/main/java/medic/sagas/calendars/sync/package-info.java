/** Reads connected calendars in rounds, and reports the busy times found. */
@NullMarked
package medic.sagas.calendars.sync;

import org.jspecify.annotations.NullMarked;
