package medic.personal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Stands in for real sealing: base64 only, and a set of erased subjects. */
public final class TestSealing {

  public static final Set<UUID> ERASED = ConcurrentHashMap.newKeySet();
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  private TestSealing() {}

  @SuppressWarnings({"rawtypes", "unchecked"})
  public static SimpleModule module() {
    SimpleModule module = new SimpleModule("test-sealing");
    module.addSerializer(
        Personal.class,
        new ValueSerializer<Personal>() {
          @Override
          public void serialize(Personal value, JsonGenerator to, SerializationContext context) {
            to.writeString(sealed(value));
          }
        });
    module.addDeserializer(Personal.class, (ValueDeserializer) new Opener(null));
    return module;
  }

  private static String sealed(Personal<?> value) {
    if (value instanceof SealedPersonal<?> sealed) {
      return sealed.sealed();
    }
    String json = PLAIN.writeValueAsString(((Value.Present<?>) value.open()).value());
    return "p1."
        + value.subject()
        + "."
        + Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Opener extends ValueDeserializer<Personal<?>> {
    private final JavaType content;

    Opener(JavaType content) {
      this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext c, BeanProperty property) {
      return new Opener(c.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Personal<?> deserialize(JsonParser from, DeserializationContext context) {
      String sealed = from.getString();
      UUID subject = UUID.fromString(sealed.split("\\.")[1]);
      return new SealedPersonal<Object>(subject, sealed, () -> open(subject, sealed, content));
    }
  }

  private static Value<Object> open(UUID subject, String sealed, JavaType content) {
    if (ERASED.contains(subject)) {
      return new Value.Erased<>();
    }
    String json =
        new String(Base64.getUrlDecoder().decode(sealed.split("\\.")[2]), StandardCharsets.UTF_8);
    return new Value.Present<>(PLAIN.readValue(json, content));
  }
}
