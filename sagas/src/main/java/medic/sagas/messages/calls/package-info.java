/** Whom the practice telephones, because no message reached them. */
@NullMarked
package medic.sagas.messages.calls;

import org.jspecify.annotations.NullMarked;
