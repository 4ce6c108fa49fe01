@NullMarked
package medic.sagas.calendars.feeds;

import org.jspecify.annotations.NullMarked;
