/** What follows from events: messages, reminders, calendars, deadlines. */
@NullMarked
package medic.sagas;

import org.jspecify.annotations.NullMarked;
