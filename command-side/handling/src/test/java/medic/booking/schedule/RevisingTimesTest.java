package medic.booking.schedule;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Hours.from;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.command.RefusalCode;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseAvailabilityException;
import medic.command.doctor.ReviseTimeOff;
import medic.command.doctor.SetWeeklyHours;
import medic.command.doctor.TemplateDetails;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.HitKind;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.id.AppointmentId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Blocks, time off and whole weeks are changed as one, and what that hits is told. */
class RevisingTimesTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final ExceptionId block = Given.id(ExceptionId::new);
  private final TimeOffId away = Given.id(TimeOffId::new);

  @AfterEach
  void close() {
    house.close();
  }

  private static List<AppointmentId> ids(VisitsHitOutcome outcome) {
    return outcome.visitsHit().stream().map(VisitsHitOutcome.Visit::appointmentId).toList();
  }

  private List<AppointmentId> open() {
    return ids(house.send(new ListHitVisits(ada.id)));
  }

  private static ExceptionDetails blocked(String from, String until) {
    return new ExceptionDetails(
        null, Doctor.at(from), Doctor.at(until), ExceptionStatus.BLOCKED, null, null, null);
  }

  private static TimeOffDetails off(String from, String until) {
    return new TimeOffDetails(null, Doctor.at(from), Doctor.at(until), "Sea");
  }

  private SetWeeklyHours week(LocationId at, TemplateDetails... hours) {
    return new SetWeeklyHours(
        ada.id,
        at,
        List.of(hours),
        Stream.of(hours).map(one -> Given.id(TemplateId::new)).toList(),
        null);
  }

  private TemplateDetails tuesday(String from, String until) {
    return from(from, until).on(DayOfWeek.TUESDAY).at(ada.place);
  }

  private long sets() {
    return ada.events().stream().filter(WeeklyHoursSet.class::isInstance).count();
  }

  @Test
  void aBlockThatIsMovedHitsWhatItMovesTo() {
    ada.worksEveryDay();
    AppointmentId visit = ada.book(house.patient(), "10:00").appointmentId();
    AddAvailabilityException adding =
        new AddAvailabilityException(ada.id, block, blocked("12:00", "13:00"));
    house.send(adding);
    var onto = new ReviseAvailabilityException(ada.id, block, blocked("10:00", "13:00"), null);
    assertThat(ids(house.send(PreviewVisitsHit.of(onto)))).containsExactly(visit);
    assertThat(open()).isEmpty();
    assertThat(ids(house.send(onto))).containsExactly(visit);
    assertThat(ids(house.send(onto))).as("sent again").containsExactly(visit);
    assertThat(open()).containsExactly(visit);
    house.send(adding); // a repeat, and not a change back
    assertThat(open()).containsExactly(visit);
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(house.patient(), "11:00"));
    house.send(new ReviseAvailabilityException(ada.id, block, blocked("12:00", "14:00"), null));
    assertThat(open()).isEmpty();
    ada.book(house.patient(), "11:00");
    refused(
        RefusalCode.VERSION_CONFLICT,
        () ->
            house.send(
                new ReviseAvailabilityException(ada.id, block, blocked("12:00", "15:00"), "old")));
    refused(
        RefusalCode.NOT_FOUND,
        () ->
            house.send(
                new ReviseAvailabilityException(
                    ada.id, Given.id(ExceptionId::new), blocked("12:00", "15:00"), null)));
    refused(
        RefusalCode.INVALID_RANGE,
        () ->
            house.send(
                new ReviseAvailabilityException(ada.id, block, blocked("12:00", "12:00"), null)));
  }

  @Test
  void timeOffIsChangedByItsDoctorUntilItIsGrantedAndThenByAnAdmin() {
    ada.worksEveryDay();
    AppointmentId visit = ada.book(house.patient(), "10:00").appointmentId();
    RequestTimeOff asking = new RequestTimeOff(ada.id, away, off("12:00", "13:00"));
    house.send(asking, ada.self());
    house.send(new ReviseTimeOff(ada.id, away, off("12:00", "14:00"), null), ada.self());
    house.send(asking, ada.self()); // a repeat
    house.send(new ApproveTimeOff(ada.id, away));
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(house.patient(), "13:00"));
    ReviseTimeOff longer = new ReviseTimeOff(ada.id, away, off("10:00", "14:00"), null);
    refused(RefusalCode.INVALID_TRANSITION, () -> house.send(longer, ada.self()));
    assertThat(ids(house.send(PreviewVisitsHit.of(longer)))).containsExactly(visit);
    assertThat(ids(house.send(longer))).containsExactly(visit);
    assertThat(ids(house.send(longer))).as("sent again").containsExactly(visit);
    assertThat(ada.events())
        .filteredOn(VisitsHit.class::isInstance)
        .extracting(hit -> ((VisitsHit) hit).kind())
        .containsExactly(HitKind.TIME_OFF);
    house.send(new ReviseTimeOff(ada.id, away, off("12:00", "12:30"), null));
    assertThat(open()).isEmpty();
    ada.book(house.patient(), "13:00");
  }

  @Test
  void whatWasRefusedStaysAsItIs() {
    house.send(new RequestTimeOff(ada.id, away, off("12:00", "13:00")));
    house.send(new RejectTimeOff(ada.id, away, "No"));
    refused(
        RefusalCode.INVALID_TRANSITION,
        () -> house.send(new ReviseTimeOff(ada.id, away, off("12:00", "14:00"), null)));
    refused(
        RefusalCode.NOT_FOUND,
        () ->
            house.send(
                new ReviseTimeOff(ada.id, Given.id(TimeOffId::new), off("12:00", "14:00"), null)));
  }

  /** Hours that are cut in two around a visit's own time hit it; cut beside it, they do not. */
  @Test
  void aWeekIsOneChange() {
    ada.works(Hours.from("08:00", "18:00").on(DayOfWeek.TUESDAY));
    AppointmentId visit = ada.book(house.patient(), "10:00").appointmentId();
    SetWeeklyHours halves = week(null, tuesday("08:00", "12:00"), tuesday("13:00", "18:00"));
    assertThat(ids(house.send(halves))).isEmpty();
    assertThat(ada.events()).noneMatch(VisitsHit.class::isInstance);
    house.send(week(null, tuesday("13:00", "18:00"), tuesday("08:00", "12:00")));
    assertThat(sets()).as("the same week is no change").isEqualTo(1);
    SetWeeklyHours afternoons = week(ada.place, tuesday("13:00", "18:00"));
    assertThat(ids(house.send(PreviewVisitsHit.of(afternoons)))).containsExactly(visit);
    assertThat(ids(house.send(afternoons))).containsExactly(visit);
    assertThat(ids(house.send(afternoons))).as("sent again").containsExactly(visit);
    assertThat(sets()).isEqualTo(2);
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(house.patient(), "11:00"));
    house.send(halves);
    assertThat(open()).isEmpty();
  }

  @Test
  void hoursElsewhereStay() {
    LocationId other = ada.addPlace();
    ada.works(Hours.from("08:00", "12:00").on(DayOfWeek.TUESDAY));
    ada.works(Hours.from("13:00", "18:00").on(DayOfWeek.TUESDAY), other);
    house.send(week(ada.place));
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(house.patient(), "10:00"));
    assertThat(ada.book(house.patient(), "14:00").locationId()).isEqualTo(other);
    house.send(week(null));
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(house.patient(), "16:00"));
  }

  /** They are another week's, with a version of its own. */
  @Test
  void hoursOfAnotherPlaceAreNotTakenFromIt() {
    LocationId other = ada.addPlace();
    TemplateId mornings = Given.id(TemplateId::new);
    house.send(new AddScheduleTemplate(ada.id, mornings, from("08:00", "12:00").at(ada.place)));
    refused(
        RefusalCode.ID_ALREADY_USED,
        () ->
            house.send(
                week(
                    other,
                    from("12:00", "15:00").at(other),
                    from("15:00", "18:00").as(mornings).at(other))));
    assertThat(sets()).isZero();
    assertThat(ada.book(house.patient(), "10:00").locationId()).isEqualTo(ada.place);
    house.send(week(null, from("08:00", "12:00").as(mornings).at(other)));
    assertThat(sets()).as("in a whole week they may move").isEqualTo(1);
  }

  @Test
  void eachOfTheHoursIsNamedWhereItIsWrong() {
    LocationId other = ada.addPlace();
    refused(
        RefusalCode.LOCATION_UNSUITABLE, () -> house.send(week(other, tuesday("08:00", "12:00"))));
    refused(
        RefusalCode.NOT_FOUND,
        () -> house.send(week(Given.id(LocationId::new), tuesday("08:00", "12:00"))));
    refused(
        RefusalCode.INVALID_RANGE,
        () -> house.send(week(null, tuesday("08:00", "12:00"), tuesday("08:00", "08:00"))));
    refused(
        RefusalCode.VERSION_CONFLICT,
        () ->
            house.send(
                new SetWeeklyHours(
                    ada.id,
                    null,
                    List.of(tuesday("08:00", "12:00")),
                    List.of(Given.id(TemplateId::new)),
                    "old")));
    assertThat(sets()).isZero();
  }
}
