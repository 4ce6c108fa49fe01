@NullMarked
package medic.sagas.calendars.remote;

import org.jspecify.annotations.NullMarked;
