@NullMarked
package medic.sagas.calendars.connections;

import org.jspecify.annotations.NullMarked;
