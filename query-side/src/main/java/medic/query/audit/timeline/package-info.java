/** What was done, by whom, when and why. */
@NullMarked
package medic.query.audit.timeline;

import org.jspecify.annotations.NullMarked;
