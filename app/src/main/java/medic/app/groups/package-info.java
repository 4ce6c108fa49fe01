/** How the groups that follow the log do, for health and metrics. */
@NullMarked
package medic.app.groups;

import org.jspecify.annotations.NullMarked;
