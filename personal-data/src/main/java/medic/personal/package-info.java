@NullMarked
package medic.personal;

import org.jspecify.annotations.NullMarked;
