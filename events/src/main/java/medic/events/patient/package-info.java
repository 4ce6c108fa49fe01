@NullMarked
package medic.events.patient;

import org.jspecify.annotations.NullMarked;
