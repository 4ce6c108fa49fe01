/** Where calendars are reached, and under which key their secrets are sealed. */
@NullMarked
package medic.app.calendars;

import org.jspecify.annotations.NullMarked;
