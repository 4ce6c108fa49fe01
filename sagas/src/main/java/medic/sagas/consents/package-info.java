@NullMarked
package medic.sagas.consents;

import org.jspecify.annotations.NullMarked;
