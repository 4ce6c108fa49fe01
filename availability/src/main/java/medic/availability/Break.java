package medic.availability;

import java.time.LocalTime;

/**
 * A pause inside weekly hours, in the wall-clock time of their place. It ends at the first {@code
 * end} after {@code start}, so it may pass midnight.
 */
public record Break(LocalTime start, LocalTime end) {

  public Break {
    if (start.equals(end)) {
      throw new IllegalArgumentException("A break must take time: " + start);
    }
  }
}
