/** Messages by SMS, over a provider's HTTP interface, and what patients answer. */
@NullMarked
package medic.sagas.messages.channels.sms;

import org.jspecify.annotations.NullMarked;
