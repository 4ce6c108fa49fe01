package medic.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.personal.PersonalDataModule;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as the application stores them, and the snapshots of how they were stored first. */
final class Stored {
  private static final Path SNAPSHOTS = Path.of("src/test/resources/contract");
  private static final Path EARLIER = Path.of("src/test/resources/contract-earlier");
  private static final JsonMapper TREES =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Jackson3Serializer SERIALIZER =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(
              mapper ->
                  mapper
                      .addModule(new PersonalDataModule(new FixedKeys()))
                      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
          .build();

  private Stored() {}

  static JsonNode write(Object event) {
    return TREES.readTree(SERIALIZER.serialize(event, String.class).getData());
  }

  /** As they lie in the store. */
  static byte[] bytes(Object event) {
    return SERIALIZER.serialize(event, byte[].class).getData();
  }

  static Object read(Class<?> event, byte[] stored) {
    return SERIALIZER.deserialize(
        new SimpleSerializedObject<>(
            stored, byte[].class, new SimpleSerializedType(event.getName(), "1")));
  }

  /** Every field with its content, of whatever hides it from its text. */
  static String fields(Object record) {
    return Stream.of(record.getClass().getRecordComponents())
        .map(component -> String.valueOf(valueOf(component, record)))
        .collect(Collectors.joining(" "));
  }

  private static Object valueOf(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  static SerializedType typeOf(Class<?> event) {
    return SERIALIZER.typeForClass(event);
  }

  static Object read(Class<?> event, JsonNode json, String revision) {
    return SERIALIZER.deserialize(
        new SimpleSerializedObject<>(
            TREES.writeValueAsString(json),
            String.class,
            new SimpleSerializedType(event.getName(), revision)));
  }

  static Path file(Class<?> event) {
    return SNAPSHOTS.resolve(event.getSimpleName() + ".json");
  }

  /** As it was stored before its latest optional field came. */
  static Path earlierFile(Class<?> event) {
    return EARLIER.resolve(event.getSimpleName() + ".json");
  }

  static JsonNode snapshot(Class<?> event) {
    return tree(file(event));
  }

  static JsonNode earlier(Class<?> event) {
    return tree(earlierFile(event));
  }

  private static JsonNode tree(Path file) {
    try {
      return TREES.readTree(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void keep(Class<?> event, JsonNode json) {
    try {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(file(event), pretty(json) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String pretty(JsonNode json) {
    return TREES.writeValueAsString(json).replace("\r\n", "\n");
  }

  /** Sealed text is random: where both are sealed for the same subject, the snapshot's stands. */
  static JsonNode withSealedTextOf(JsonNode snapshot, JsonNode written) {
    ObjectNode result = (ObjectNode) written.deepCopy();
    for (String field : written.propertyNames()) {
      String mine = written.get(field).asString("");
      String theirs = snapshot.path(field).asString("");
      if (mine.startsWith("p1.") && theirs.startsWith(mine.substring(0, "p1.".length() + 36))) {
        result.put(field, theirs);
      }
    }
    return result;
  }
}
