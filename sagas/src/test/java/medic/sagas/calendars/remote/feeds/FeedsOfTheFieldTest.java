package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.SkippedEntry;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds in the shapes that calendar programs give them, and the busy times that a mail client would
 * show for each: written by hand, or computed from the zone by another library than ours.
 */
class FeedsOfTheFieldTest {

  private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-05-01T00:00:00Z");

  private record Busy(Instant startsAt, Instant endsAt, String status) {
    static Busy of(RemoteEvent event) {
      return new Busy(
          event.startsAt(), event.endsAt(), event.status().name().toLowerCase(Locale.ROOT));
    }

    static Busy of(JsonNode wanted) {
      return new Busy(
          Instant.parse(wanted.path("startsAt").asString()),
          Instant.parse(wanted.path("endsAt").asString()),
          wanted.path("status").asString());
    }
  }

  private static final Comparator<Busy> IN_ORDER =
      Comparator.comparing(Busy::startsAt).thenComparing(Busy::endsAt).thenComparing(Busy::status);

  @TestFactory
  Stream<DynamicTest> readsWhatOthersReported() throws IOException {
    return all("field", 12);
  }

  @TestFactory
  Stream<DynamicTest> readsWhatCalendarProgramsWrite() throws IOException {
    return all("own", 50);
  }

  private static Stream<DynamicTest> all(String folder, int atLeast) throws IOException {
    JsonNode feeds = JsonMapper.shared().readTree(text(folder, "wanted.json")).path("feeds");
    assertThat(feeds.size()).isGreaterThanOrEqualTo(atLeast);
    return feeds
        .valueStream()
        .map(
            feed ->
                DynamicTest.dynamicTest(
                    feed.path("file").asString(), () -> readsAsWanted(folder, feed)));
  }

  private static void readsAsWanted(String folder, JsonNode feed) throws IOException {
    FeedReading reading =
        FeedEvents.of(
            text(folder, feed.path("file").asString()),
            new FeedEvents.Wanted(
                ZoneId.of(feed.path("doctorZone").asString()),
                List.of("ada@practice.example"),
                FROM.minusSeconds(86_400 * 30),
                TO));
    assertThat(
            reading.events().stream()
                .filter(event -> !event.startsAt().isBefore(FROM))
                .map(Busy::of)
                .sorted(IN_ORDER))
        .containsExactlyElementsOf(
            feed.path("busy").valueStream().map(Busy::of).sorted(IN_ORDER).toList());
    assertThat(reading.skipped().first())
        .extracting(SkippedEntry::code)
        .containsExactlyElementsOf(
            feed.path("skipped").valueStream().map(JsonNode::asString).toList());
    assertThat(reading.events()).extracting(RemoteEvent::id).doesNotHaveDuplicates();
  }

  private static String text(String folder, String file) throws IOException {
    try (InputStream in =
        FeedsOfTheFieldTest.class.getResourceAsStream("/feeds/" + folder + "/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
