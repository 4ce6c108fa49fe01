package medic.personal;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

final class PersonalDeserializer<T> extends StdDeserializer<Personal<T>> {

  private final transient Sealer sealer;
  private final transient JavaType content;

  PersonalDeserializer(Sealer sealer, JavaType content) {
    super(Personal.class);
    this.sealer = sealer;
    this.content = content;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Personal<T> deserialize(JsonParser in, DeserializationContext context) {
    if (!in.hasToken(JsonToken.VALUE_STRING)) {
      return (Personal<T>) context.handleUnexpectedToken(context.constructType(Personal.class), in);
    }
    try {
      return sealer.sealed(in.getString(), content);
    } catch (IllegalArgumentException malformed) {
      return context.reportInputMismatch(this, "%s", malformed.getMessage());
    }
  }

  @Override
  public Object deserializeWithType(
      JsonParser in, DeserializationContext context, TypeDeserializer type) {
    return deserialize(in, context);
  }
}
