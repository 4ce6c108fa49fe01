package medic.sagas.messages.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.sagas.messages.contacts.Contacts.VisitType;
import medic.sagas.messages.outbox.NotifiedAppointment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitFactsTest {

  private static final Instant START = Instant.parse("2028-01-03T10:00:00Z");
  private static final UUID ID = new UUID(0xabc, 1);
  private static final Clockface BERLIN = new Clockface(ZoneId.of("Europe/Berlin"), Locale.GERMAN);
  private static final Optional<String> NONE = Optional.empty();

  private static NotifiedAppointment visit(ConsultationMode mode, AppointmentStatus status) {
    return new NotifiedAppointment(
        new AppointmentId(ID),
        new DoctorId(ID),
        new PatientId(ID),
        new AppointmentTypeId(ID),
        new LocationId(ID),
        START,
        START.plusSeconds(1800),
        status,
        0,
        ZoneId.of("UTC"),
        mode,
        4500L,
        "EUR",
        null);
  }

  private static VisitType type(
      Optional<String> joinUrl, Optional<String> number, Duration notice) {
    return new VisitType(
        "Visit", Optional.empty(), joinUrl, number, NONE, Optional.ofNullable(notice));
  }

  private static Map<String, Object> facts(
      NotifiedAppointment visit,
      VisitType type,
      Optional<String> link,
      Optional<String> phone,
      Instant now) {
    return GivenFacts.of(new VisitFacts(visit, type, link, phone).by(BERLIN, now));
  }

  @Test
  void aVideoVisitIsJoinedAtItsOwnLinkOrItsTypes() {
    NotifiedAppointment video = visit(ConsultationMode.VIDEO, AppointmentStatus.CONFIRMED);
    VisitType type = type(Optional.of("https://m.example/{appointmentId}?v=1"), NONE, null);
    Optional<String> own = Optional.of("https://other.example/7");

    assertThat(facts(video, type, NONE, NONE, START))
        .containsEntry("join", "https://m.example/" + ID + "?v=1")
        .containsEntry("video", true)
        .doesNotContainKeys("joinLater", "phone", "weCall");
    assertThat(facts(video, type, own, NONE, START)).containsEntry("join", own.get());
    assertThat(facts(video, type(NONE, NONE, null), NONE, NONE, START))
        .containsEntry("joinLater", true)
        .doesNotContainKey("join");
  }

  @Test
  void aVisitThatIsOffTellsNobodyHowToMeet() {
    for (AppointmentStatus off : List.of(AppointmentStatus.CANCELLED, AppointmentStatus.DECLINED)) {
      assertThat(
              facts(
                  visit(ConsultationMode.VIDEO, off),
                  type(Optional.of("https://m.example/"), NONE, Duration.ZERO),
                  NONE,
                  NONE,
                  START))
          .doesNotContainKeys("join", "joinLater", "cancelUntil", "tooLateToCancel");
      assertThat(
              facts(
                  visit(ConsultationMode.PHONE, off),
                  type(NONE, NONE, null),
                  NONE,
                  Optional.of("+4930901820"),
                  START))
          .doesNotContainKeys("weCall", "youCall", "numberMissing");
    }
  }

  @Test
  void aPhoneVisitTellsWhoCallsAndShowsNoMoreOfANumberThanItsEnd() {
    NotifiedAppointment phone = visit(ConsultationMode.PHONE, AppointmentStatus.CONFIRMED);
    Optional<String> number = Optional.of("+4930901820");

    assertThat(facts(phone, type(NONE, NONE, null), NONE, number, START))
        .containsEntry("weCall", "820")
        .doesNotContainKeys("youCall", "numberMissing");
    assertThat(facts(phone, type(NONE, Optional.of("+4930115"), null), NONE, number, START))
        .containsEntry("youCall", "+4930115")
        .doesNotContainKeys("weCall", "numberMissing");
    assertThat(facts(phone, type(NONE, NONE, null), NONE, NONE, START))
        .containsEntry("numberMissing", true);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, 1440, 2028-01-02T09:59:59Z, 'Sonntag, 2. Januar 2028, 11:00', false",
    "CONFIRMED, 1440, 2028-01-02T10:00:00Z, 'Sonntag, 2. Januar 2028, 11:00', false",
    "CONFIRMED, 1440, 2028-01-02T10:00:00.000001Z, , true",
    "CONFIRMED, 0, 2028-01-03T09:59:00Z, 'Montag, 3. Januar 2028, 11:00', false",
    "CONFIRMED, 0, 2028-01-03T10:00:00Z, , true",
    "PENDING, 1440, 2028-01-03T09:00:00Z, , false",
    "CANCELLED, 1440, 2028-01-01T09:00:00Z, , false",
    "CONFIRMED, , 2028-01-03T09:00:00Z, , false"
  })
  void tellsUntilWhenItsPatientCancels(
      AppointmentStatus status, Long notice, Instant now, String until, boolean late) {
    Duration asked = notice == null ? null : Duration.ofMinutes(notice);

    Map<String, Object> facts =
        facts(visit(ConsultationMode.IN_PERSON, status), type(NONE, NONE, asked), NONE, NONE, now);

    assertThat(facts.get("cancelUntil")).isEqualTo(until);
    assertThat(facts.containsKey("tooLateToCancel")).isEqualTo(late);
    assertThat(facts).doesNotContainKeys("video", "phone", "join", "weCall");
  }

  @ParameterizedTest
  @CsvSource({
    "4500, EUR, en, €45.00",
    "4500, EUR, de, '45,00 €'",
    "0, EUR, de, '0,00 €'",
    "4500, JPY, en, '¥4,500'",
    "12345, KWD, en, KWD12.345",
    "4500, ZZZ, fr, 45.00 ZZZ"
  })
  void writesPricesAsTheLanguageDoes(
      long minorUnits, String currency, String language, String text) {
    assertThat(
            Prices.text(minorUnits, currency, Locale.forLanguageTag(language))
                .replace('\u00a0', ' '))
        .isEqualTo(text);
  }
}
