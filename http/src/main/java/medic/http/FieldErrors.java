package medic.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Names the bad fields in what Spring and Bean Validation report. */
final class FieldErrors {

  static final String INVALID_VALUE = "INVALID_VALUE";

  static final String NOT_VALID = "is not a valid value";

  private FieldErrors() {}

  static List<FieldError> of(Errors errors) {
    return errors.getAllErrors().stream().map(FieldErrors::of).toList();
  }

  static List<FieldError> of(HandlerMethodValidationException invalid) {
    Stream<FieldError> crossing =
        invalid.getCrossParameterValidationResults().stream()
            .map(error -> new FieldError("", code(lastCode(error)), message(error)));
    Stream<FieldError> single =
        invalid.getParameterValidationResults().stream().flatMap(FieldErrors::of);
    return Stream.concat(single, crossing).toList();
  }

  static FieldError of(TypeMismatchException mismatch) {
    String name =
        mismatch instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : Objects.requireNonNullElse(mismatch.getPropertyName(), "");
    return new FieldError(name, INVALID_VALUE, Choices.message(mismatch.getRequiredType()));
  }

  static FieldError missing(String name) {
    return new FieldError(name, "REQUIRED", "is required");
  }

  static String nameOf(MissingRequestValueException missing) {
    if (missing instanceof MissingRequestHeaderException header) {
      return header.getHeaderName();
    }
    return missing instanceof MissingPathVariableException path ? path.getVariableName() : "";
  }

  private static Stream<FieldError> of(ParameterValidationResult result) {
    if (result instanceof ParameterErrors errors) {
      return of((Errors) errors).stream();
    }
    String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
    return result.getResolvableErrors().stream()
        .map(error -> new FieldError(name, code(lastCode(error)), message(error)));
  }

  private static FieldError of(ObjectError error) {
    String field =
        error instanceof org.springframework.validation.FieldError named ? named.getField() : "";
    String code = code(error.getCode());
    return code.equals("TYPE_MISMATCH")
        ? new FieldError(field, INVALID_VALUE, NOT_VALID)
        : new FieldError(field, code, message(error));
  }

  private static @Nullable String lastCode(MessageSourceResolvable error) {
    String[] codes = error.getCodes();
    return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
  }

  /** NotBlank becomes NOT_BLANK. */
  private static String code(@Nullable String constraint) {
    return constraint == null
        ? INVALID_VALUE
        : constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static String message(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
  }
}
