package medic.sagas.messages.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.events.id.AppointmentId;
import medic.sagas.messages.outbox.Template;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invitation's lines are short enough for every calendar program, and lose nothing by it. */
class ContentLinesTest {

  private static final int MAX_OCTETS = 75;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Praxis in Mitte",
        "Поликлиника № 12 имени Николая Ивановича Пирогова, Большая Серпуховская улица, дом 46",
        "🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷🦷 Zähne",
        "皮膚科・アレルギー科クリニック東京都千代田区丸の内一丁目九番一号グラントウキョウノースタワー",
        "Dr. Maximiliane-Henriette von und zu Hohenlohe-Waldenburg-Schillingsfürst-Bartenstein-Öhringen",
        "x"
      })
  void foldsBetweenCharacters(String words) throws Exception {
    String invitation = invitation(words, words);

    assertThat(invitation).endsWith("\r\n").doesNotContain("\r\n\r\n");
    for (String line : invitation.split("\r\n")) {
      byte[] octets = line.getBytes(StandardCharsets.UTF_8);
      assertThat(octets.length).as(line).isBetween(1, MAX_OCTETS);
      assertThat(line).doesNotContain("\n", "\r", "?").doesNotContain("\uFFFD");
      assertThat(Character.isLowSurrogate(line.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(line.charAt(line.length() - 1))).isFalse();
    }
    VEvent read = read(invitation);
    assertThat(text(read, Property.LOCATION)).isEqualTo(words);
    assertThat(text(read, Property.SUMMARY)).isEqualTo(words);
  }

  @Test
  void foldsAtEveryLengthAroundTheEdge() {
    for (String character : List.of("a", "é", "€", "🦷")) {
      for (int length = 60; length < 160; length++) {
        String line = "X:" + "a".repeat(length % 5) + character.repeat(length);

        String folded = ContentLines.fold(line + "\r\n");

        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        assertThat(folded.split("\r\n"))
            .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= MAX_OCTETS);
      }
    }
  }

  @Test
  void namesWhereAVideoVisitIsJoined() throws Exception {
    String link = "https://meet.example/" + new UUID(1, 2) + "?from=invitation&language=de-DE-1996";
    VEvent read =
        read(
            CalendarParts.of(
                    Template.Calendar.REQUEST,
                    entry("Visit", link, URI.create(link)),
                    Instant.EPOCH)
                .content());

    assertThat(text(read, Property.LOCATION)).isEqualTo(link);
    assertThat(text(read, Property.URL)).isEqualTo(link);
    assertThat(text(read, "CONFERENCE")).isEqualTo(link);
  }

  @Test
  void hasNoLocationWhereThereIsNone() throws Exception {
    assertThat(invitation("Visit", "")).doesNotContain("LOCATION", "URL", "CONFERENCE");
  }

  private static String invitation(String summary, String location) {
    return CalendarParts.of(
            Template.Calendar.REQUEST, entry(summary, location, null), Instant.EPOCH)
        .content();
  }

  private static CalendarParts.Entry entry(String summary, String location, URI join) {
    Instant start = Instant.parse("2028-01-03T10:00:00Z");
    return new CalendarParts.Entry(
        new AppointmentId(new UUID(1, 2)),
        3,
        start,
        start.plusSeconds(1800),
        false,
        summary,
        location,
        join,
        summary,
        "desk@practice.example",
        "somebody.with.a.rather.long.address.for.a.patient@patients.of.the.practice.example");
  }

  private static VEvent read(String invitation) throws Exception {
    return new CalendarBuilder()
        .build(new StringReader(invitation))
        .<VEvent>getComponents("VEVENT")
        .get(0);
  }

  private static String text(VEvent event, String property) {
    return event.getProperty(property).map(found -> ((Property) found).getValue()).orElseThrow();
  }
}
