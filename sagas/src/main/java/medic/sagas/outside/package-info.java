/** Calls to addresses that others named: where they may lead, and how long they may take. */
@NullMarked
package medic.sagas.outside;

import org.jspecify.annotations.NullMarked;
