/** What a calendar provider has to offer: the port that each adapter implements. */
@NullMarked
package medic.sagas.calendars.remote;

import org.jspecify.annotations.NullMarked;
