/** What all read models share: batches, positions, rows, cursors, questions. */
@NullMarked
package medic.query;

import org.jspecify.annotations.NullMarked;
