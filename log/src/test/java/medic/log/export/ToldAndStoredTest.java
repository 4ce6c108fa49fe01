package medic.log.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import medic.log.event.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ToldAndStoredTest {

  private static final String NOON = "2026-11-25T12:00:00Z";

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T15:03:50.000Z, 2026-11-25T15:03:50Z",
    "2026-11-25T15:03:00.000Z, 2026-11-25T15:03:00Z",
    "2026-11-25T10:20:30.100Z, 2026-11-25T10:20:30.100Z",
    "2026-11-25T10:20:30.100Z, 2026-11-25T10:20:30.1Z"
  })
  void anInstantIsTheSameHoweverManyZerosItEndsIn(String stored, String told) {
    assertThat(ToldAndStored.differing(entry(told), event(stored))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T15:03:50.000Z, 2026-11-25T15:03:05Z",
    "2026-11-25T15:03:50.000Z, 2026-11-25T15:03:5Z",
    "2026-11-25T10:20:30.100Z, 2026-11-25T10:20:30.010Z"
  })
  void anotherInstantIsFound(String stored, String told) {
    assertThat(ToldAndStored.differing(entry(told), event(stored))).containsExactly("occurredAt");
  }

  @Test
  void nothingIsNoInstant() {
    assertThat(ToldAndStored.differing(entry(""), event("2026-11-25T15:03:50.000Z")))
        .containsExactly("occurredAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-45T25:61:61Z", "2026-02-30T08:00:00Z", "never"})
  void whatIsInNoCalendarIsToldAsNothing(String stored) {
    assertThat(ToldAndStored.differing(entry(""), event(stored))).isEmpty();
    assertThat(ToldAndStored.differing(entry(NOON), event(stored))).containsExactly("occurredAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"doctorId\":", "", "not json", "{}}{"})
  void whatIsNoJsonIsToldAsNothing(String stored) {
    ObjectNode silent = entry(NOON).putNull("details");
    ObjectNode without = entry(NOON);
    without.remove("details");

    assertThat(ToldAndStored.differing(silent, event(NOON, stored))).isEmpty();
    assertThat(ToldAndStored.differing(without, event(NOON, stored))).isEmpty();
    assertThat(ToldAndStored.differing(entry(NOON), event(NOON, stored)))
        .containsExactly("details");
  }

  @Test
  void whatIsJsonIsNotToldAsNothing() {
    assertThat(ToldAndStored.differing(entry(NOON).putNull("details"), event(NOON, "{\"a\":1}")))
        .containsExactly("details");
  }

  private static StoredEvent event(String time) {
    return event(time, "{}");
  }

  private static StoredEvent event(String time, String payload) {
    return new StoredEvent(
        7, "e", "s", 3, "Appointment", time, "medic.Some", "1", utf8(payload), utf8("{}"));
  }

  private static ObjectNode entry(String occurredAt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("position", "7")
        .put("eventId", "e")
        .put("occurredAt", occurredAt)
        .put("eventType", "Some")
        .put("stream", "s")
        .put("sequence", "3")
        .set("details", JsonNodeFactory.instance.objectNode());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
