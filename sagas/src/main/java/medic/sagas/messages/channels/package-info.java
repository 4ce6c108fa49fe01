/** The channels that messages leave by: mail, text message, push. */
@NullMarked
package medic.sagas.messages.channels;

import org.jspecify.annotations.NullMarked;
