/** Reminds of appointments, as planned. */
@NullMarked
package medic.sagas.reminders;

import org.jspecify.annotations.NullMarked;
