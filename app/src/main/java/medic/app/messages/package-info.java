/** The settings of messages, read from the environment. */
@NullMarked
package medic.app.messages;

import org.jspecify.annotations.NullMarked;
