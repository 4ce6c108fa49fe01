/** Reads a practice file and sends the commands that set the practice up. */
@NullMarked
package medic.app.practicefile;

import org.jspecify.annotations.NullMarked;
