/** What the log calls events, whom they concern and what they were done to. */
@NullMarked
package medic.query.deeds;

import org.jspecify.annotations.NullMarked;
