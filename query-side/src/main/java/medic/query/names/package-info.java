/** What ids are called: the read model the others join for display. */
@NullMarked
package medic.query.names;

import org.jspecify.annotations.NullMarked;
