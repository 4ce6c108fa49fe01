@NullMarked
package medic.app.axon;

import org.jspecify.annotations.NullMarked;
