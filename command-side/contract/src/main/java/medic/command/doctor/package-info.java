@NullMarked
package medic.command.doctor;

import org.jspecify.annotations.NullMarked;
