package medic.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values that a field takes, where they can be counted. */
final class Choices {

  private Choices() {}

  /** What is said of a value that is not of a type: which ones are, if they are a few. */
  static String message(@Nullable Class<?> type) {
    return type != null && type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> written((Enum<?>) constant))
            .collect(Collectors.joining(", ", "must be one of ", ""))
        : FieldErrors.NOT_VALID;
  }

  /** As it is written on the wire. */
  private static String written(Enum<?> constant) {
    try {
      JsonProperty name =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return name == null ? constant.name() : name.value();
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
