package medic.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is stored is read for good. A snapshot is never edited. An event that gets fields which may
 * be absent gets a snapshot beside the old one; one that changes its form otherwise gets a new
 * revision and an upcaster too. {@code -Dmedic.contract.write=true} writes the snapshots that are
 * missing, and no others.
 */
class EventContractTest {
  static List<Class<?>> events() {
    return EventTypes.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsStoredIsUnchanged(Class<?> event) {
    JsonNode written = Stored.write(Sample.of(event));
    if (Boolean.getBoolean("medic.contract.write")) {
      Stored.keepIfNew(event, written);
    }
    assertThat(Stored.files(event))
        .as("%s has no snapshot: see this test's comment", event.getSimpleName())
        .isNotEmpty();
    JsonNode snapshot = Stored.snapshot(event);
    assertThat(Stored.pretty(Stored.withSealedTextOf(snapshot, written)))
        .as("what is stored of %s has changed", event.getSimpleName())
        .isEqualTo(Stored.pretty(snapshot));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatWasStoredIsReadAndWrittenBackByteForByte(Class<?> event) throws Exception {
    JsonNode snapshot = Stored.snapshot(event);
    Object read = Stored.read(event, snapshot, "1");
    Object sample = Sample.of(event);
    assertThat(Stored.pretty(Stored.write(read))).isEqualTo(Stored.pretty(snapshot));
    for (RecordComponent component : event.getRecordComponents()) {
      Object was = component.getAccessor().invoke(sample);
      Object is = component.getAccessor().invoke(read);
      if (was instanceof Personal<?> fresh) {
        assertThat(((Personal<?>) is).open()).isEqualTo(fresh.open());
      } else {
        assertThat(is).as(component.getName()).isEqualTo(was);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatWasStoredBeforeIsReadToo(Class<?> event) {
    for (Path file : Stored.files(event)) {
      JsonNode earlier = Stored.snapshot(file);
      JsonNode again = Stored.write(Stored.read(event, earlier, "1"));
      assertThat(Stored.has(again, earlier)).as("%s: %s", file.getFileName(), again).isTrue();
      assertThat(again.properties())
          .filteredOn(field -> !earlier.has(field.getKey()))
          .allSatisfy(field -> assertThat(field.getValue().isNull()).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void aReaderDoesNotMindWhatItDoesNotKnow(Class<?> event) {
    var later = ((ObjectNode) Stored.snapshot(event)).deepCopy();
    later.put("addedLater", "unknown here");
    assertThat(Stored.write(Stored.read(event, later, "1"))).isEqualTo(Stored.snapshot(event));
  }

  @Test
  void everyEventHasARevisionAndBelongsToAFamily() {
    List<Class<?>> revised =
        EventTypes.classes().stream().filter(c -> c.isAnnotationPresent(Revision.class)).toList();
    assertThat(EventTypes.all()).isNotEmpty().containsExactlyInAnyOrderElementsOf(revised);
    assertThat(EventTypes.all())
        .allSatisfy(event -> assertThat(event.isRecord()).isTrue())
        .allSatisfy(event -> assertThat(Stored.typeOf(event).getRevision()).isEqualTo("1"));
  }

  @Test
  void everySnapshotIsAnEvents() throws IOException {
    List<Path> known =
        EventTypes.all().stream().flatMap(event -> Stored.files(event).stream()).toList();
    try (Stream<Path> files = Files.list(known.get(0).getParent())) {
      assertThat(files.toList()).containsExactlyInAnyOrderElementsOf(known);
    }
  }

  @Test
  void noPersonalTextIsStoredInTheClear() {
    for (Class<?> event : EventTypes.all()) {
      boolean personal =
          Stream.of(event.getRecordComponents()).anyMatch(c -> c.getType() == Personal.class);
      if (personal) {
        assertThat(Stored.snapshot(event).toString())
            .contains("\"p1.")
            .doesNotContain("some text", "some fullName", "some email", "some phone");
      }
    }
  }
}
