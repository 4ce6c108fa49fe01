/**
 * The availability engine: opening hours, exceptions and what takes time in; bookable starts out.
 *
 * <p>Pure functions over immutable values. Times are epoch milliseconds UTC, spans are half-open, a
 * zone stands wherever wall-clock time does, and {@code now} is always an argument.
 */
@NullMarked
package medic.availability;

import org.jspecify.annotations.NullMarked;
