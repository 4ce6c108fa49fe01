/**
 * How commands are decided: aggregates loaded, races decided anew, repeated requests known again.
 */
@NullMarked
package medic.booking.deciding;

import org.jspecify.annotations.NullMarked;
