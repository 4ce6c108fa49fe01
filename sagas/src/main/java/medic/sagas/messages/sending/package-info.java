/** How messages leave: durable calls, channels, second attempts, and what is put on record. */
@NullMarked
package medic.sagas.messages.sending;

import org.jspecify.annotations.NullMarked;
