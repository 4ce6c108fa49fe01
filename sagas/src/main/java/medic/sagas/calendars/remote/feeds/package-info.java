/** Reads iCalendar feeds as a mail client reads them. */
@NullMarked
package medic.sagas.calendars.remote.feeds;

import org.jspecify.annotations.NullMarked;
