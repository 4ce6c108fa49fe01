@NullMarked
package medic.sagas.contacts;

import org.jspecify.annotations.NullMarked;
