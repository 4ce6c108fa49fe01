/** Personal data, sealed under a key per patient, and the keys. */
@NullMarked
package medic.personal;

import org.jspecify.annotations.NullMarked;
