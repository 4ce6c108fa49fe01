@NullMarked
package medic.sagas.calendars.copies;

import org.jspecify.annotations.NullMarked;
