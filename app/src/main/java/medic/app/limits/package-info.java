/** How much one may ask of a node, so that it serves the others too. */
@NullMarked
package medic.app.limits;

import org.jspecify.annotations.NullMarked;
