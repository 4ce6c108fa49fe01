package medic.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import medic.contact.Paragraphs;
import medic.contact.Verbatim;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The mapper of the HTTP side: what a client sends is taken as documented or refused, never guessed
 * at. What is stored has another mapper, which must stay lenient.
 */
public final class StrictJson {

  private StrictJson() {}

  /** Makes a builder's mapper strict. */
  public static JsonMapper.Builder strict(JsonMapper.Builder builder) {
    return builder
        .addModule(wireTypes())
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(
            all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Enum,
            enums -> enums.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
        .changeDefaultPropertyInclusion(
            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL));
  }

  private static SimpleModule wireTypes() {
    return new SimpleModule("medic-wire-types")
        .addDeserializer(Instant.class, new TextOnly<>(Instant.class, WireTypes::instant))
        .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, WireTypes::date))
        .addDeserializer(LocalTime.class, new TextOnly<>(LocalTime.class, WireTypes::time))
        .addDeserializer(ZoneId.class, new TextOnly<>(ZoneId.class, WireTypes::zone))
        .addDeserializer(UUID.class, new TextOnly<>(UUID.class, WireTypes::uuid))
        .addDeserializer(PatientId.class, new TextOnly<>(PatientId.class, WireTypes::patientId))
        .addDeserializer(String.class, new WireText(WireTypes::line))
        .addKeyDeserializer(String.class, new Name());
  }

  /** A value that is written as a JSON string and as nothing else. */
  private static class TextOnly<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> reader;

    TextOnly(Class<T> type, Function<String, T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(getValueType(context), in);
      }
      return reader.apply(in.getString());
    }
  }

  /** Text for people, in one line unless its field says otherwise. */
  private static final class WireText extends TextOnly<String> {

    WireText(Function<String, String> reader) {
      super(String.class, reader);
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty field) {
      if (field != null && field.getAnnotation(Paragraphs.class) != null) {
        return new WireText(WireTypes::paragraphs);
      }
      return field != null && field.getAnnotation(Verbatim.class) != null
          ? new WireText(WireTypes::text)
          : this;
    }
  }

  /** What a field is called where clients may choose. */
  private static final class Name extends KeyDeserializer {
    @Override
    public Object deserializeKey(String name, DeserializationContext context) {
      return WireTypes.line(name);
    }
  }
}
