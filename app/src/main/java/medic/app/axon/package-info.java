/** Events, tokens and time on PostgreSQL: what Axon runs on here. */
@NullMarked
package medic.app.axon;

import org.jspecify.annotations.NullMarked;
