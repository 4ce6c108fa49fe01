@NullMarked
package medic.events.calendar;

import org.jspecify.annotations.NullMarked;
