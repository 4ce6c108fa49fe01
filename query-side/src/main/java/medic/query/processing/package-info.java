/** How events reach read models: sources, batches, positions and who waits for them. */
@NullMarked
package medic.query.processing;

import org.jspecify.annotations.NullMarked;
