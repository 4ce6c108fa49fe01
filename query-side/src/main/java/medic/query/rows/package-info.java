/** Tables of rows that projections fill: what is not yet written, and its columns. */
@NullMarked
package medic.query.rows;

import org.jspecify.annotations.NullMarked;
