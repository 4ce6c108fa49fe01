/** How far behind the parts of the system are that work by themselves. */
@NullMarked
package medic.app.lag;

import org.jspecify.annotations.NullMarked;
