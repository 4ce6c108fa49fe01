/** The stand-in for Google Calendar, as a subcommand. */
@NullMarked
package medic.trials.google;

import org.jspecify.annotations.NullMarked;
