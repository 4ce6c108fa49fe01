/** The command line. */
@NullMarked
package medic.app.cli;

import org.jspecify.annotations.NullMarked;
