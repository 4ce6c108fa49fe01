@NullMarked
package medic.sagas;

import org.jspecify.annotations.NullMarked;
