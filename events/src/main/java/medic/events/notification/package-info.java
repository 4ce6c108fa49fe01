/** What becomes of a message. */
@NullMarked
package medic.events.notification;

import org.jspecify.annotations.NullMarked;
