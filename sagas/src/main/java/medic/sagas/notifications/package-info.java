@NullMarked
package medic.sagas.notifications;

import org.jspecify.annotations.NullMarked;
