package medic.booking.schedule;

import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.command.appointment.AppointmentOutcome;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.TemplateDetails;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What takes the time of visits in the night that an hour, or half of one, is missing or doubled:
 * hours count as the clock on the wall says, taken time from instant to instant. Visits lie in each
 * half hour from midnight to six o'clock that Sunday, and at half past three a week before and
 * after.
 */
class ClockChangesHitTest {

  private static final Map<String, List<String>> SUNDAYS =
      Map.of(
          "America/New_York", List.of("2026-03-08", "2026-11-01"),
          "Europe/Berlin", List.of("2026-03-29", "2026-10-25"),
          "Australia/Lord_Howe", List.of("2026-04-05", "2026-10-04"));

  private static final Map<String, Integer> HALF_HOURS =
      Map.of(
          "2026-03-08", 10,
          "2026-11-01", 14,
          "2026-03-29", 10,
          "2026-10-25", 14,
          "2026-04-05", 13,
          "2026-10-04", 11);

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final LocationId place = Given.id(LocationId::new);
  private final TemplateId nights = Given.id(TemplateId::new);
  private final PatientId grace = house.patient();
  private final Map<Instant, AppointmentId> visits = new TreeMap<>();
  private ZoneId zone;
  private LocalDate sunday;
  private AppointmentTypeId halfHour;

  @AfterEach
  void close() {
    house.close();
  }

  static Stream<Arguments> nights() {
    return SUNDAYS.entrySet().stream()
        .flatMap(zone -> zone.getValue().stream().map(day -> Arguments.of(zone.getKey(), day)));
  }

  static Stream<Arguments> shorterNights() {
    List<List<String>> hours =
        List.of(
            List.of("00:00", "06:00"),
            List.of("00:00", "01:30"),
            List.of("00:00", "01:45"),
            List.of("00:00", "02:15"),
            List.of("01:30", "06:00"),
            List.of("01:45", "06:00"),
            List.of("02:00", "06:00"),
            List.of("02:15", "06:00"),
            List.of("03:00", "06:00"),
            List.of("01:00", "02:00"),
            List.of("02:00", "03:00"),
            List.of("02:15", "03:15"));
    return nights()
        .flatMap(
            night ->
                hours.stream()
                    .map(
                        pair ->
                            Arguments.of(
                                night.get()[0], night.get()[1], pair.get(0), pair.get(1))));
  }

  private void given(String zone, String day) {
    this.zone = ZoneId.of(zone);
    this.sunday = LocalDate.parse(day);
    house.send(
        new AddLocation(
            ada.id,
            place,
            new LocationDetails(null, "There", null, null, null, this.zone, null, null, false)));
    house.send(new AddScheduleTemplate(ada.id, nights, hours("00:00", "06:00")));
    halfHour = ada.offers(visit().onlyAt(place));
    Instant midnight = at(sunday, "00:00");
    for (int i = 0; i < HALF_HOURS.get(day); i++) {
      book(midnight.plus(30L * i, ChronoUnit.MINUTES));
    }
    assertThat(midnight.plus(30L * visits.size(), ChronoUnit.MINUTES))
        .isEqualTo(at(sunday, "06:00"));
    book(at(sunday.plusWeeks(1), "03:30"));
    Instant before = at(sunday.minusWeeks(1), "03:30");
    if (before.isAfter(BookingFixture.MONDAY)) {
      book(before);
    }
  }

  private void book(Instant start) {
    AppointmentOutcome booked = house.send(ada.booking(halfHour, grace, start.toString()));
    visits.put(start, booked.appointmentId());
  }

  private TemplateDetails hours(String from, String until) {
    return Hours.from(from, until).on(DayOfWeek.SUNDAY).at(place);
  }

  /** As the JDK reads a clock: a gap shifts forward, of a doubled time the first. */
  private Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
  }

  private List<AppointmentId> visits(Predicate<Instant> which) {
    return visits.entrySet().stream()
        .filter(visit -> which.test(visit.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private List<AppointmentId> during(Instant from, Instant until) {
    return visits(start -> start.isBefore(until) && start.plusSeconds(1800).isAfter(from));
  }

  private static List<AppointmentId> ids(VisitsHitOutcome outcome) {
    return outcome.visitsHit().stream().map(VisitsHitOutcome.Visit::appointmentId).toList();
  }

  private List<AppointmentId> open() {
    return ids(house.send(new ListHitVisits(ada.id)));
  }

  @ParameterizedTest
  @MethodSource("shorterNights")
  void shorterHoursHitWhatLiesOutsideByTheClockOnTheWall(
      String zone, String day, String from, String until) {
    given(zone, day);
    List<AppointmentId> outside =
        visits(
            start -> {
              LocalDate on = start.atZone(this.zone).toLocalDate();
              return start.isBefore(at(on, from)) || start.plusSeconds(1800).isAfter(at(on, until));
            });
    TemplateDetails shorter = hours(from, until);
    assertThat(ids(house.send(PreviewVisitsHit.ofHours(ada.id, nights, shorter))))
        .isEqualTo(outside);
    ReviseScheduleTemplate change = new ReviseScheduleTemplate(ada.id, nights, shorter);
    assertThat(ids(house.send(change))).isEqualTo(outside);
    assertThat(open()).isEqualTo(outside);
    house.send(new ReviseScheduleTemplate(ada.id, nights, hours("00:00", "06:00")));
    assertThat(open()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void takenTimeHitsFromInstantToInstant(String zone, String day) {
    given(zone, day);
    Instant midnight = at(sunday, "00:00");
    for (int minutes = 0; minutes <= 390; minutes += 15) {
      Instant from = midnight.plus(minutes, ChronoUnit.MINUTES);
      Instant until = from.plus(Duration.ofMinutes(60));
      takes(from, until, during(from, until));
    }
  }

  /** By a block, by time off, and by an entry of another calendar. */
  private void takes(Instant from, Instant until, List<AppointmentId> hit) {
    ExceptionDetails block =
        new ExceptionDetails(null, from, until, ExceptionStatus.BLOCKED, null, place, null);
    ExceptionId id = Given.id(ExceptionId::new);
    assertThat(ids(house.send(PreviewVisitsHit.ofBlock(ada.id, block)))).isEqualTo(hit);
    assertThat(ids(house.send(new AddAvailabilityException(ada.id, id, block)))).isEqualTo(hit);
    house.send(new RemoveAvailabilityException(ada.id, id));

    ConnectionId calendar = Given.id(ConnectionId::new);
    assertThat(ids(house.send(seen(calendar, from, until, BusyStatus.BUSY)))).isEqualTo(hit);
    house.send(seen(calendar, from, until, BusyStatus.FREE));
    assertThat(open()).isEmpty();

    TimeOffId off = Given.id(TimeOffId::new);
    house.send(new RequestTimeOff(ada.id, off, new TimeOffDetails(null, from, until, "Sea")));
    assertThat(ids(house.send(PreviewVisitsHit.ofApproval(ada.id, off)))).isEqualTo(hit);
    assertThat(ids(house.send(new ApproveTimeOff(ada.id, off)))).isEqualTo(hit);
    house.send(new CancelTimeOff(ada.id, off, null));
    assertThat(open()).isEmpty();
  }

  private ReportExternalBusyTimes seen(
      ConnectionId from, Instant starts, Instant ends, BusyStatus status) {
    return new ReportExternalBusyTimes(
        ada.id,
        from,
        "google",
        List.of(new ExternalBusyTimeDetails("entry", starts, ends, status)),
        List.of(),
        false,
        house.clock.instant());
  }
}
