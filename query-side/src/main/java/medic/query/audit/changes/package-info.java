/** What became of something between two instants, and by which entries of the log. */
@NullMarked
package medic.query.audit.changes;

import org.jspecify.annotations.NullMarked;
