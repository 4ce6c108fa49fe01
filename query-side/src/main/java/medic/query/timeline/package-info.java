/** What was done, by whom, when and why. */
@NullMarked
package medic.query.timeline;

import org.jspecify.annotations.NullMarked;
