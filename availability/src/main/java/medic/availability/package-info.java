@NullMarked
package medic.availability;

import org.jspecify.annotations.NullMarked;
