package medic.personal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * What a mapper without {@link PersonalDataModule} meets: a loud failure in place of {@code {}}.
 */
final class RefusingSerializer extends ValueSerializer<Personal<?>> {

  @Override
  public void serialize(Personal<?> value, JsonGenerator out, SerializationContext context) {
    throw DatabindException.from(
        out, "personal data is written by a mapper with the PersonalDataModule only");
  }
}
