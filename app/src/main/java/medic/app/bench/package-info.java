@NullMarked
package medic.app.bench;

import org.jspecify.annotations.NullMarked;
