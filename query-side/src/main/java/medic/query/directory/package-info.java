/** The doctors one can book with. */
@NullMarked
package medic.query.directory;

import org.jspecify.annotations.NullMarked;
