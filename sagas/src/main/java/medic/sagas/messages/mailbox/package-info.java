/** The messages of one person, as they read them. */
@NullMarked
package medic.sagas.messages.mailbox;

import org.jspecify.annotations.NullMarked;
