/** Messages that wait to be sent, whom they go to, and of what they tell. */
@NullMarked
package medic.sagas.messages.outbox;

import org.jspecify.annotations.NullMarked;
