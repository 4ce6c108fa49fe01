@NullMarked
package medic.sagas.channels;

import org.jspecify.annotations.NullMarked;
