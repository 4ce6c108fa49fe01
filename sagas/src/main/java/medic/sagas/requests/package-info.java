@NullMarked
package medic.sagas.requests;

import org.jspecify.annotations.NullMarked;
