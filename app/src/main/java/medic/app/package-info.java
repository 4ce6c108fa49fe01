/** The main class, and the settings it starts with. */
@NullMarked
package medic.app;

import org.jspecify.annotations.NullMarked;
