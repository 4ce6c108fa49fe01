/** What the log calls events, whom they concern and what they were done to. */
@NullMarked
package medic.query.audit.actions;

import org.jspecify.annotations.NullMarked;
