@NullMarked
package medic.events.doctor;

import org.jspecify.annotations.NullMarked;
