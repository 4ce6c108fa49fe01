package medic.booking.schedule;

import org.jspecify.annotations.Nullable;

/** What a request leaves out has a usual value. */
final class Given {

  private Given() {}

  static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }
}
