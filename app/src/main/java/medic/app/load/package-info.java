@NullMarked
package medic.app.load;

import org.jspecify.annotations.NullMarked;
