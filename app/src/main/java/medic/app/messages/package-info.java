@NullMarked
package medic.app.messages;

import org.jspecify.annotations.NullMarked;
