/** The log's tables in PostgreSQL: appending, signing, proving, examining. */
@NullMarked
package medic.log.store;

import org.jspecify.annotations.NullMarked;
