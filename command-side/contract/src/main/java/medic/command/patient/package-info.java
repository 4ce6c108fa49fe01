@NullMarked
package medic.command.patient;

import org.jspecify.annotations.NullMarked;
