/** Commands that give or withdraw consent to a channel. */
@NullMarked
package medic.command.consent;

import org.jspecify.annotations.NullMarked;
