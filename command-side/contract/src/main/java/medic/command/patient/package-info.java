/** Commands to a patient: profile, legal hold, erasure, emergency access. */
@NullMarked
package medic.command.patient;

import org.jspecify.annotations.NullMarked;
