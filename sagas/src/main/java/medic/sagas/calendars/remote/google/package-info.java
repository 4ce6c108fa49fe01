/** Google Calendar's interface. */
@NullMarked
package medic.sagas.calendars.remote.google;

import org.jspecify.annotations.NullMarked;
