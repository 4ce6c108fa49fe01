@NullMarked
package medic.command;

import org.jspecify.annotations.NullMarked;
