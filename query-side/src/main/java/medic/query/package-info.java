@NullMarked
package medic.query;

import org.jspecify.annotations.NullMarked;
