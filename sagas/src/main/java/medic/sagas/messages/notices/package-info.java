/** What is told to whom because of which event. */
@NullMarked
package medic.sagas.messages.notices;

import org.jspecify.annotations.NullMarked;
