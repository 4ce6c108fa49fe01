package medic.sagas.calendars.remote.feeds;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A content line: a property as it is written. */
record Line(java.util.Map<String, List<String>> parameters, String value) {

  /** The first value of a parameter, without the quotes that some leave in. */
  @Nullable String parameter(String name) {
    List<String> values = parameters.get(name);
    String first = values == null || values.isEmpty() ? null : values.get(0);
    return first == null ? null : first.replace("\"", "").strip();
  }

  boolean says(String parameter, String value) {
    return value.equalsIgnoreCase(parameter(parameter));
  }

  String word() {
    return value.strip().toUpperCase(Locale.ROOT);
  }
}
