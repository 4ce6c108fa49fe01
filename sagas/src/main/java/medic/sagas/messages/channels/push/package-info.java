/** Messages to browsers, by Web Push (RFC 8030, 8291, 8292). */
@NullMarked
package medic.sagas.messages.channels.push;

import org.jspecify.annotations.NullMarked;
