package medic.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that cannot be read, and names the field without quoting it. */
final class BodyProblems {

  private BodyProblems() {}

  static Problem of(HttpMessageNotReadableException unreadable) {
    JacksonException cause = Causes.first(unreadable, JacksonException.class);
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return field(path(unknown), "UNKNOWN_FIELD", "is not a field of this request");
    }
    if (cause != null && !cause.getPath().isEmpty() && !malformed(cause)) {
      return field(path(cause), FieldErrors.INVALID_VALUE, meaning(cause));
    }
    return invalidJson(cause);
  }

  private static boolean malformed(JacksonException cause) {
    StreamReadException unread = Causes.first(cause, StreamReadException.class);
    return unread != null && !(unread instanceof InputCoercionException);
  }

  private static Problem field(String path, String code, String message) {
    return Problems.badRequest(List.of(new FieldError(path, code, message)));
  }

  private static Problem invalidJson(@Nullable JacksonException cause) {
    String where =
        cause instanceof StreamReadException && cause.getLocation() != null
            ? " at line "
                + cause.getLocation().getLineNr()
                + ", column "
                + cause.getLocation().getColumnNr()
            : "";
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "INVALID_JSON",
        "The body must be one JSON object of the documented shape" + where + ".");
  }

  /** What a value type of ours said when it refused; its messages never quote the value. */
  private static String meaning(JacksonException cause) {
    WireTypes.Refused refused = Causes.first(cause, WireTypes.Refused.class);
    if (refused != null) {
      return String.valueOf(refused.getMessage());
    }
    return cause instanceof InvalidFormatException other
        ? Choices.message(other.getTargetType())
        : FieldErrors.NOT_VALID;
  }

  private static String path(JacksonException cause) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : cause.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
