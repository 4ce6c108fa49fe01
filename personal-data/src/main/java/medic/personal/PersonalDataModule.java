package medic.personal;

import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Writes {@link Personal} as {@code p1.<subject>.<base64url(nonce, ciphertext, tag)>} under the
 * subject's key and reads it without opening it. What was read is written back byte for byte.
 */
public final class PersonalDataModule extends JacksonModule {

  private final transient Sealer sealer;

  public PersonalDataModule(PatientKeys keys) {
    this.sealer = new Sealer(keys);
  }

  @Override
  public String getModuleName() {
    return "medic-personal-data";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    SimpleSerializers serializers = new SimpleSerializers();
    serializers.addSerializer(Personal.class, new PersonalSerializer(sealer));
    context.setMixIn(Personal.class, WithoutTheRefusal.class);
    context.addSerializers(serializers);
    context.addDeserializers(new PersonalDeserializers(sealer));
  }

  /** Takes the refusing serializer off the type. */
  @JsonSerialize(using = ValueSerializer.None.class)
  private interface WithoutTheRefusal {}

  private static final class PersonalDeserializers extends Deserializers.Base {

    private final Sealer sealer;

    PersonalDeserializers(Sealer sealer) {
      this.sealer = sealer;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
      return Personal.class == valueType;
    }

    @Override
    @SuppressWarnings("NullAway") // null says: not ours
    public ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return type.hasRawClass(Personal.class)
          ? new PersonalDeserializer<>(sealer, type.containedTypeOrUnknown(0))
          : null;
    }
  }
}
