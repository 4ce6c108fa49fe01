/** Forgetting a patient, once it is decided. */
@NullMarked
package medic.sagas.erasure;

import org.jspecify.annotations.NullMarked;
