package medic.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.TemplateBreak;
import medic.events.id.LocationId;
import org.junit.jupiter.api.Test;

/** Another version for whatever is another state, and only then. */
class VersionTest {

  private static final LocationId MITTE = new LocationId(new UUID(1, 1));

  private static ScheduleTemplate hours(String from, TemplateBreak... breaks) {
    return new ScheduleTemplate(
        MITTE,
        null,
        DayOfWeek.MONDAY,
        30,
        LocalTime.parse(from),
        LocalTime.parse("18:00"),
        0,
        0,
        1,
        0,
        List.of(breaks));
  }

  private static TemplateBreak pause(String start, String reason) {
    return new TemplateBreak(LocalTime.parse(start), LocalTime.parse("13:00"), reason);
  }

  @Test
  void theSameStateHasTheSameVersionAndFitsAnETag() {
    assertThat(ScheduleVersions.ofTemplate(hours("08:00", pause("12:00", "Lunch"))))
        .isEqualTo(ScheduleVersions.ofTemplate(hours("08:00", pause("12:00", "Lunch"))))
        .matches("[A-Za-z0-9_-]{16}");
  }

  /** Stored nowhere, but read by clients that are open while another version is put in place. */
  @Test
  void staysWhatItIs() {
    assertThat(Version.of("a", 1, null, List.of("b"))).isEqualTo("7KolK9OiXw12FnlR");
  }

  @Test
  void everyFieldCounts() {
    assertThat(
            List.of(
                ScheduleVersions.ofTemplate(hours("08:00")),
                ScheduleVersions.ofTemplate(hours("08:01")),
                ScheduleVersions.ofTemplate(hours("08:00", pause("12:00", "Lunch"))),
                ScheduleVersions.ofTemplate(hours("08:00", pause("12:00", null))),
                ScheduleVersions.ofTemplate(hours("08:00", pause("12:00", "-"))),
                ScheduleVersions.ofTemplate(hours("08:00", pause("11:00", "Lunch")))))
        .doesNotHaveDuplicates();
  }

  @Test
  void noTextLooksLikeTwoOrLikeNone() {
    assertThat(
            List.of(
                Version.of("a", "b"),
                Version.of("ab"),
                Version.of("a1=b"),
                Version.of("a", null),
                Version.of("a", "-"),
                Version.of("a", ""),
                Version.of("a", List.of()),
                Version.of(List.of("a"), List.of()),
                Version.of(List.of("a", List.of()))))
        .doesNotHaveDuplicates();
  }
}
