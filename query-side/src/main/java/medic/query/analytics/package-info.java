/** The numbers behind a doctor's console. */
@NullMarked
package medic.query.analytics;

import org.jspecify.annotations.NullMarked;
