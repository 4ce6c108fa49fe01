package medic.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** The first form of an event is number 1; each that has more fields has the next. */
  static Path file(Class<?> event, int form) {
    String number = form == 1 ? "" : "." + form;
    return SNAPSHOTS.resolve(event.getSimpleName() + number + ".json");
  }

  /** All forms that an event was ever stored in, by age. */
  static List<Path> files(Class<?> event) {
    return IntStream.iterate(1, form -> form + 1)
        .mapToObj(form -> file(event, form))
        .takeWhile(Files::exists)
        .toList();
  }

  /** As it is stored now. */
  static JsonNode snapshot(Class<?> event) {
    return snapshot(file(event, Math.max(1, files(event).size())));
  }

  static JsonNode snapshot(Path file) {
    try {
      return TREES.readTree(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Keeps a form that is new: the first, or one that only adds to the last. */
  static void keepIfNew(Class<?> event, JsonNode json) {
    List<Path> known = files(event);
    if (known.isEmpty() || adds(json, snapshot(event))) {
      keep(file(event, known.size() + 1), json);
    }
  }

  private static boolean adds(JsonNode json, JsonNode last) {
    JsonNode same = withSealedTextOf(last, json);
    return !same.equals(last) && has(same, last);
  }

  /** Are all fields of the one in the other, as they are? Those of records within it too. */
  static boolean has(JsonNode json, JsonNode fields) {
    return fields.properties().stream()
        .allMatch(field -> isOrHas(json.path(field.getKey()), field.getValue()));
  }

  private static boolean isOrHas(JsonNode json, JsonNode wanted) {
    return wanted.equals(json) || wanted.isObject() && json.isObject() && has(json, wanted);
  }

  private static void keep(Path file, JsonNode json) {
    try {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(file, pretty(json) + "\n");
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
