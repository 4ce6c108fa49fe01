/** What happens to a doctor's connections to other calendars. */
@NullMarked
package medic.events.calendar;

import org.jspecify.annotations.NullMarked;
