package medic.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Turns clear personal data into its stored form and back, under the keys of a port. */
final class Sealer {

  private static final JsonMapper INNER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final ClassValue<String> LABELS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          PersonalLabel label = type.getAnnotation(PersonalLabel.class);
          if (label == null) {
            throw new IllegalStateException(type.getName() + " has no @PersonalLabel");
          }
          return label.value();
        }
      };

  private final PatientKeys keys;

  Sealer(PatientKeys keys) {
    this.keys = keys;
  }

  String seal(FreshPersonal<?> fresh) {
    UUID subject = fresh.subject();
    byte[] associated = SealedText.associated(subject, LABELS.get(fresh.clear().getClass()));
    byte[] clear = INNER.writeValueAsBytes(fresh.clear());
    return SealedText.write(subject, AesGcm.seal(keys.forSealing(subject), clear, associated));
  }

  /** Stored data, unopened; {@code content} is its declared type. */
  <T> Personal<T> sealed(String text, JavaType content) {
    SealedText stored = SealedText.parse(text);
    String label = LABELS.get(content.getRawClass());
    return new SealedPersonal<>(stored.subject(), text, () -> open(stored, label, content));
  }

  private <T> Value<T> open(SealedText stored, String label, JavaType content) {
    PatientKey key = keys.forOpening(stored.subject());
    if (key instanceof PatientKey.Usable usable) {
      byte[] associated = SealedText.associated(stored.subject(), label);
      byte[] clear = AesGcm.open(usable.key(), stored.bytes(), associated);
      return new Value.Present<>(INNER.readValue(clear, content));
    }
    return new Value.Erased<>();
  }
}
