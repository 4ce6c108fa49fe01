/** Lets holds expire. */
@NullMarked
package medic.sagas.holds;

import org.jspecify.annotations.NullMarked;
