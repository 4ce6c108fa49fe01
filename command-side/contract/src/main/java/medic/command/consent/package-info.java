@NullMarked
package medic.command.consent;

import org.jspecify.annotations.NullMarked;
