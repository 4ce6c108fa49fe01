package medic.app.practicefile;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import medic.http.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads parts of a practice file as the very bodies that clients send, and checks them alike. */
final class Shapes {

  private final JsonMapper mapper = StrictJson.strict(JsonMapper.builder()).build();
  private final Validator validator;

  Shapes(Validator validator) {
    this.validator = validator;
  }

  <T> T read(PracticeEntry entry, Class<T> type) {
    T read;
    try {
      read = mapper.readValue(mapper.writeValueAsBytes(entry.fields()), type);
    } catch (JacksonException unreadable) {
      throw new LoadException(entry.path(), unreadable.getOriginalMessage());
    }
    Set<ConstraintViolation<T>> violations = validator.validate(read);
    for (ConstraintViolation<T> violation : violations) {
      throw new LoadException(
          entry.path() + "." + violation.getPropertyPath(), violation.getMessage());
    }
    return read;
  }
}
