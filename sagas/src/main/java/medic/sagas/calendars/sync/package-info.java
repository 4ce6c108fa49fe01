@NullMarked
package medic.sagas.calendars.sync;

import org.jspecify.annotations.NullMarked;
