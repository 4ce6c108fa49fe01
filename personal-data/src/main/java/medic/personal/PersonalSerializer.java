package medic.personal;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

@SuppressWarnings("rawtypes")
final class PersonalSerializer extends StdSerializer<Personal> {

  private final transient Sealer sealer;

  PersonalSerializer(Sealer sealer) {
    super(Personal.class);
    this.sealer = sealer;
  }

  @Override
  public void serialize(Personal value, JsonGenerator out, SerializationContext context) {
    out.writeString(
        value instanceof SealedPersonal<?> stored
            ? stored.sealed()
            : sealer.seal((FreshPersonal<?>) value));
  }

  @Override
  public void serializeWithType(
      Personal value, JsonGenerator out, SerializationContext context, TypeSerializer type) {
    serialize(value, out, context);
  }
}
