@NullMarked
package medic.events.notification;

import org.jspecify.annotations.NullMarked;
