/** All that is set up of a doctor, for who edits it. */
@NullMarked
package medic.query.schedule;

import org.jspecify.annotations.NullMarked;
