/** Exports that prove themselves, and their verifier, which needs neither server nor database. */
@NullMarked
package medic.log.export;

import org.jspecify.annotations.NullMarked;
