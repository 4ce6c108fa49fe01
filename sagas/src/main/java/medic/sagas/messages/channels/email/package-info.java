/** Messages by mail, over SMTP. */
@NullMarked
package medic.sagas.messages.channels.email;

import org.jspecify.annotations.NullMarked;
