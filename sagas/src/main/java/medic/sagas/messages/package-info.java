/** The outbox: what is to be told to whom, written and sent, and whom nobody reached. */
@NullMarked
package medic.sagas.messages;

import org.jspecify.annotations.NullMarked;
