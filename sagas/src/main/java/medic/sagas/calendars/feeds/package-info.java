/** Reads iCalendar feeds as a mail client reads them. */
@NullMarked
package medic.sagas.calendars.feeds;

import org.jspecify.annotations.NullMarked;
