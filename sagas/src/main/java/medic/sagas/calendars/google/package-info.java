/** Google Calendar's interface. */
@NullMarked
package medic.sagas.calendars.google;

import org.jspecify.annotations.NullMarked;
