/** What those who run the system order it to do. */
@NullMarked
package medic.command.operation;

import org.jspecify.annotations.NullMarked;
