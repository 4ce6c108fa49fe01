/** What is signed: C2SP signed notes, checkpoints and proofs in text form. */
@NullMarked
package medic.log.note;

import org.jspecify.annotations.NullMarked;
