/** Keeps the provable log: its key, its appender, its examinations. */
@NullMarked
package medic.app.log;

import org.jspecify.annotations.NullMarked;
