@NullMarked
package medic.app;

import org.jspecify.annotations.NullMarked;
