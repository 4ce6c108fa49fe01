@NullMarked
package medic.events.consent;

import org.jspecify.annotations.NullMarked;
