/** Declines what nobody answers in time. */
@NullMarked
package medic.sagas.requests;

import org.jspecify.annotations.NullMarked;
