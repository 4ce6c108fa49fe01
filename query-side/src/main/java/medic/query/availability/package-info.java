/** Open slots. */
@NullMarked
package medic.query.availability;

import org.jspecify.annotations.NullMarked;
