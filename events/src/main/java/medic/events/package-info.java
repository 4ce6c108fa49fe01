/** What is stored for good: events, their ids and their values. */
@NullMarked
package medic.events;

import org.jspecify.annotations.NullMarked;
