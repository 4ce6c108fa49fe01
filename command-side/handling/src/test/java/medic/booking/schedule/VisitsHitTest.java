package medic.booking.schedule;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Hours;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.KeepHitVisit;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.VisitsHitOutcome;
import medic.command.doctor.WithdrawAppointmentType;
import medic.command.patient.ErasePatient;
import medic.events.Remark;
import medic.events.appointment.OverriddenRule;
import medic.events.calendar.CalendarIdentity;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import medic.events.patient.ErasureGround;
import medic.personal.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever takes booked time: what it hits before and after, and what is decided about it. */
class VisitsHitTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final TemplateId tuesdays = Given.id(TemplateId::new);
  private final AppointmentTypeId halfHour;
  private final AppointmentId visit;

  /** Tuesdays from 8 to 18; a visit from 10:00 to 10:30 with buffers of ten minutes. */
  VisitsHitTest() {
    hours("08:00", "18:00", true);
    halfHour = ada.offers(visit().minutes(30).buffers(10, 10));
    visit = book("10:00");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private AppointmentId book(String time) {
    AppointmentOutcome booked = house.send(ada.booking(halfHour, house.patient(), time));
    return booked.appointmentId();
  }

  private VisitsHitOutcome hours(String from, String until, boolean first) {
    var details = Hours.from(from, until).on(DayOfWeek.TUESDAY).at(ada.place);
    return first
        ? house.send(new AddScheduleTemplate(ada.id, tuesdays, details))
        : house.send(new ReviseScheduleTemplate(ada.id, tuesdays, details));
  }

  private static List<AppointmentId> ids(VisitsHitOutcome outcome) {
    return outcome.visitsHit().stream().map(VisitsHitOutcome.Visit::appointmentId).toList();
  }

  private List<AppointmentId> open() {
    return ids(house.send(new ListHitVisits(ada.id)));
  }

  private List<AppointmentId> ask(PreviewVisitsHit change) {
    return ids(house.send(change));
  }

  private long happened(Class<?> event) {
    return ada.events().stream().filter(event::isInstance).count();
  }

  private ExceptionDetails blocked(
      String from, String until, AppointmentTypeId type, LocationId at) {
    return new ExceptionDetails(
        null, Doctor.at(from), Doctor.at(until), ExceptionStatus.BLOCKED, type, at, null);
  }

  private void hits(PreviewVisitsHit before, Object change, boolean isHit) {
    List<AppointmentId> expected = isHit ? List.of(visit) : List.of();
    assertThat(ask(before)).isEqualTo(expected);
    assertThat(happened(VisitsHit.class)).isZero();
    assertThat(ids(house.send(change))).isEqualTo(expected);
    assertThat(open()).isEqualTo(expected);
    assertThat(happened(VisitsHit.class)).isEqualTo(isHit ? 1 : 0);
    assertThat(ids(house.send(change))).as("sent again").isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "09:00,11:00,true",
    "10:15,10:20,true",
    "10:29,12:00,true",
    "10:30,11:00,false",
    "10:31,10:35,false",
    "09:50,10:00,false"
  })
  void aBlockHitsTheVisitsOwnTime(String from, String until, boolean isHit) {
    ExceptionDetails block = blocked(from, until, null, null);
    hits(
        PreviewVisitsHit.ofBlock(ada.id, block),
        new AddAvailabilityException(ada.id, Given.id(ExceptionId::new), block),
        isHit);
  }

  /** Clients choose their ids, and the preview needs one that nobody has. */
  @Test
  void aBlockIsPreviewedWhateverIdsThereAre() {
    for (long id = 0; id < 3; id++) {
      house.send(
          new AddAvailabilityException(
              ada.id, new ExceptionId(new UUID(0, id)), blocked("17:00", "18:00", null, null)));
      assertThat(ask(PreviewVisitsHit.ofBlock(ada.id, blocked("09:00", "11:00", null, null))))
          .containsExactly(visit);
    }
  }

  @Test
  void aBlockElsewhereOrOfAnotherKindHitsNothing() {
    LocationId other = ada.addPlace();
    for (ExceptionDetails block :
        List.of(
            blocked("09:00", "12:00", null, other), blocked("09:00", "12:00", ada.visit, null))) {
      hits(
          PreviewVisitsHit.ofBlock(ada.id, block),
          new AddAvailabilityException(ada.id, Given.id(ExceptionId::new), block),
          false);
    }
    ExceptionDetails block = blocked("09:00", "12:00", halfHour, ada.place);
    hits(
        PreviewVisitsHit.ofBlock(ada.id, block),
        new AddAvailabilityException(ada.id, Given.id(ExceptionId::new), block),
        true);
  }

  @ParameterizedTest
  @CsvSource({"08:00,18:00,true", "10:15,18:00,true", "08:00,10:00,false", "10:30,12:00,false"})
  void timeOffHitsOnceItIsApproved(String from, String until, boolean isHit) {
    TimeOffId away = Given.id(TimeOffId::new);
    house.send(
        new RequestTimeOff(
            ada.id, away, new TimeOffDetails(null, Doctor.at(from), Doctor.at(until), "Sea")));
    assertThat(open()).isEmpty();
    hits(PreviewVisitsHit.ofApproval(ada.id, away), new ApproveTimeOff(ada.id, away), isHit);
    ada.events().stream()
        .filter(VisitsHit.class::isInstance)
        .map(VisitsHit.class::cast)
        .forEach(news -> assertThat(news.cause()).isEqualTo(away.value().toString()));
    house.send(new CancelTimeOff(ada.id, away, "Rain"));
    assertThat(open()).isEmpty();
    assertThat(happened(VisitsRelieved.class)).isEqualTo(isHit ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "08:00,10:00,true",
    "08:00,10:15,true",
    "10:15,18:00,true",
    "10:00,10:30,false",
    "08:00,17:30,false"
  })
  void shorterHoursHitWhatLiesOutside(String from, String until, boolean isHit) {
    var details = Hours.from(from, until).on(DayOfWeek.TUESDAY).at(ada.place);
    hits(
        PreviewVisitsHit.ofHours(ada.id, tuesdays, details),
        new ReviseScheduleTemplate(ada.id, tuesdays, details),
        isHit);
    hours("08:00", "18:00", false);
    assertThat(open()).isEmpty();
  }

  @Test
  void hoursThatAreRemovedHitUnlessOthersAreThere() {
    ada.works(Hours.from("09:00", "12:00").on(DayOfWeek.TUESDAY));
    AppointmentId late = book("15:00");
    assertThat(ask(PreviewVisitsHit.ofHours(ada.id, tuesdays, null))).containsExactly(late);
    assertThat(ids(house.send(new RemoveScheduleTemplate(ada.id, tuesdays)))).containsExactly(late);
    assertThat(open()).containsExactly(late);
  }

  @Test
  void anOpeningThatIsRemovedHitsWhatWasBookedInIt() {
    ExceptionId opening = Given.id(ExceptionId::new);
    house.send(
        new AddAvailabilityException(
            ada.id,
            opening,
            new ExceptionDetails(
                null,
                Doctor.at("19:00"),
                Doctor.at("20:00"),
                ExceptionStatus.AVAILABLE,
                null,
                ada.place,
                null)));
    AppointmentId late = book("19:00");
    assertThat(ids(house.send(new RemoveAvailabilityException(ada.id, opening))))
        .containsExactly(late);
  }

  @Test
  void aKindOfVisitThatIsPausedOrWithdrawnHitsItsVisits() {
    var paused = visit().minutes(30).inactive().slug("visit-2").details();
    hits(
        PreviewVisitsHit.ofType(ada.id, halfHour, paused),
        new ReviseAppointmentType(ada.id, halfHour, paused),
        true);
    house.send(
        new ReviseAppointmentType(ada.id, halfHour, visit().minutes(45).slug("visit-2").details()));
    assertThat(open()).isEmpty();
    assertThat(ask(PreviewVisitsHit.ofType(ada.id, halfHour, null))).containsExactly(visit);
    assertThat(ids(house.send(new WithdrawAppointmentType(ada.id, halfHour))))
        .containsExactly(visit);
    assertThat(ids(house.send(new WithdrawAppointmentType(ada.id, ada.visit)))).isEmpty();
    assertThat(open()).containsExactly(visit);
  }

  private VisitsHitOutcome seen(ConnectionId from, String entry, String start, BusyStatus status) {
    return house.send(
        new ReportExternalBusyTimes(
            ada.id,
            from,
            "google",
            List.of(
                new ExternalBusyTimeDetails(
                    entry, Doctor.at(start), Doctor.at(start).plusSeconds(1800), status)),
            List.of(),
            false,
            house.clock.instant()));
  }

  @Test
  void anEntryOfACalendarHitsOnce() {
    ConnectionId calendar = Given.id(ConnectionId::new);
    assertThat(ids(seen(calendar, "free", "10:00", BusyStatus.FREE))).isEmpty();
    assertThat(ids(seen(calendar, "lunch", "10:30", BusyStatus.BUSY))).isEmpty();
    assertThat(ids(seen(calendar, "dentist", "10:20", BusyStatus.BUSY))).containsExactly(visit);
    assertThat(ids(seen(calendar, "dentist", "10:10", BusyStatus.BUSY))).isEmpty();
    assertThat(happened(VisitsHit.class)).isEqualTo(1);
    seen(calendar, "dentist", "12:00", BusyStatus.BUSY);
    assertThat(open()).isEmpty();
  }

  @Test
  void aCopyOfAVisitThatComesBackTakesNoTime() {
    ConnectionId calendar = Given.id(ConnectionId::new);
    String copy = CalendarIdentity.uid(visit);
    for (String name :
        List.of(copy, copy.toUpperCase(Locale.ROOT), CalendarIdentity.googleEventId(visit))) {
      assertThat(ids(seen(calendar, name, "10:00", BusyStatus.BUSY))).isEmpty();
    }
    for (String series : List.of("_20260303T100000Z", "_20260310", "_2026-03-03T10:00:00Z")) {
      assertThat(ids(seen(calendar, copy + series, "10:00", BusyStatus.BUSY))).isEmpty();
    }
    assertThat(open()).isEmpty();
    assertThat(happened(VisitsHit.class) + happened(ExternalBusyTimesSeen.class)).isZero();
    house.send(Doctor.move(house.send(ada.booking(halfHour, house.patient(), "12:00")), "12:30"));
    house.send(new medic.command.appointment.CancelAppointment(visit, null));
    book("10:00");
    assertThat(ids(seen(calendar, "x" + copy, "10:00", BusyStatus.BUSY))).hasSize(1);
  }

  private void takes(String start) {
    refused(RefusalCode.SLOT_TAKEN, () -> book(start));
  }

  /** The doctor made a weekly appointment of a copy: the other weeks are busy. */
  @Test
  void aSeriesMadeOfACopyTakesItsTimeButForTheVisitsOwn() {
    ConnectionId calendar = Given.id(ConnectionId::new);
    String copy = CalendarIdentity.googleEventId(visit);
    String first = copy + "_20260303T100000Z";
    String second = copy + "_20260310T100000Z";
    String uid = CalendarIdentity.uid(visit) + "_2026-03-17T10:00:00Z";
    assertThat(ids(seen(calendar, first, "10:00", BusyStatus.BUSY))).isEmpty();
    seen(calendar, second, "2026-03-10T10:00:00Z", BusyStatus.BUSY);
    seen(calendar, uid, "2026-03-17T10:00:00Z", BusyStatus.BUSY);
    takes("2026-03-10T10:00:00Z");
    takes("2026-03-17T10:00:00Z");
    assertThat(open()).isEmpty();

    seen(calendar, second, "10:00", BusyStatus.BUSY);
    book("2026-03-10T10:00:00Z");
    seen(calendar, first, "2026-03-10T12:00:00Z", BusyStatus.BUSY);
    takes("2026-03-10T12:00:00Z");
    seen(calendar, first, "10:20", BusyStatus.BUSY);
    assertThat(open()).as("it reaches beyond the visit").containsExactly(visit);
    gone(calendar, first, uid);
    assertThat(open()).isEmpty();
    book("2026-03-17T10:00:00Z");
  }

  @Test
  void aSeriesMadeOfACopyIsJudgedByTheVisitsTimeAsItIsNow() {
    ConnectionId calendar = Given.id(ConnectionId::new);
    AppointmentOutcome moved = house.send(ada.booking(halfHour, house.patient(), "12:00"));
    String copy = CalendarIdentity.googleEventId(moved.appointmentId());
    seen(calendar, copy + "_20260303T140000Z", "14:00", BusyStatus.BUSY);
    takes("14:00");
    gone(calendar, copy + "_20260303T140000Z");
    house.send(Doctor.move(moved, "14:00"));
    seen(calendar, copy + "_20260303T140000Z", "14:00", BusyStatus.BUSY);
    house.send(new medic.command.appointment.CancelAppointment(moved.appointmentId(), null));
    seen(calendar, copy + "_20260303T140000Z", "14:00", BusyStatus.BUSY);
    book("14:00");
    seen(calendar, copy + "_20260303T120000Z", "12:00", BusyStatus.BUSY);
    takes("12:00");
  }

  /** A visit that is moved onto busy time by name: what was known of it is a copy by now. */
  @Test
  void aKnownEntryIsJudgedByItsOwnStart() {
    ConnectionId calendar = Given.id(ConnectionId::new);
    String instance = CalendarIdentity.googleEventId(visit) + "_20260303T140000Z";
    seen(calendar, instance, "14:00", BusyStatus.BUSY);
    seen(calendar, "golf", "16:00", BusyStatus.BUSY);
    house.send(
        new medic.command.appointment.RescheduleAppointment(
            visit,
            Doctor.at("14:00"),
            null,
            null,
            null,
            "We agreed",
            Set.of(OverriddenRule.CONFLICT)));
    seen(calendar, "golf", "16:10", BusyStatus.BUSY);
    assertThat(open()).isEmpty();
    assertThat(ada.events().stream().filter(ExternalBusyTimesSeen.class::isInstance))
        .last()
        .extracting(seen -> ((ExternalBusyTimesSeen) seen).goneExternalIds())
        .isEqualTo(List.of(instance));
  }

  private void gone(ConnectionId from, String... entries) {
    house.send(
        new ReportExternalBusyTimes(
            ada.id, from, "google", List.of(), List.of(entries), false, house.clock.instant()));
  }

  /** A doctor is a colleague's patient: the invitation in their own calendar is true. */
  @Test
  void aColleaguesVisitTakesTheTimeOfADoctorWhoIsItsPatient() {
    Doctor colleague = house.doctor().worksEveryDay();
    AppointmentOutcome booked =
        house.send(colleague.booking(colleague.offers(visit()), house.patient(), "10:00"));
    AppointmentId theirs = booked.appointmentId();
    ConnectionId calendar = Given.id(ConnectionId::new);
    String invitation = CalendarIdentity.uid(theirs);
    assertThat(ids(seen(calendar, invitation, "10:00", BusyStatus.BUSY))).containsExactly(visit);
    house.send(new medic.command.appointment.CancelAppointment(theirs, null));
    assertThat(ids(seen(calendar, invitation, "10:00", BusyStatus.BUSY))).containsExactly(visit);
    seen(calendar, invitation, "10:00", BusyStatus.FREE);
    assertThat(open()).isEmpty();
  }

  @Test
  void aCopyThatLingersAfterItsCancelOrItsTimeOrThatNobodyKnowsBlocksNobody() {
    house.send(new medic.command.appointment.CancelAppointment(visit, null));
    AppointmentId moved = book("10:00");
    ConnectionId calendar = Given.id(ConnectionId::new);
    for (AppointmentId lingering : List.of(visit, Given.id(AppointmentId::new))) {
      String copy = CalendarIdentity.uid(lingering);
      assertThat(ids(seen(calendar, copy, "10:00", BusyStatus.BUSY))).isEmpty();
    }
    assertThat(open()).isEmpty();
    assertThat(moved).isNotEqualTo(visit);
    assertThat(happened(ExternalBusyTimesSeen.class)).isZero();
  }

  @Test
  void aChangeThatIsSentAgainIsAnsweredByWhatItHitNotByWhatAnotherDid() {
    AppointmentId late = book("15:00");
    assertThat(ids(hours("08:00", "12:00", false))).containsExactly(late);
    assertThat(ids(hours("10:15", "12:00", false))).containsExactly(visit);
    assertThat(ids(hours("10:15", "12:00", false))).containsExactly(visit);
    assertThat(ids(house.send(new RemoveScheduleTemplate(ada.id, tuesdays)))).isEmpty();
    assertThat(ids(house.send(new RemoveScheduleTemplate(ada.id, tuesdays)))).isEmpty();
    TimeOffId away = Given.id(TimeOffId::new);
    house.send(
        new RequestTimeOff(
            ada.id, away, new TimeOffDetails(null, Doctor.at("08:00"), Doctor.at("18:00"), "Sea")));
    assertThat(ids(house.send(new ApproveTimeOff(ada.id, away)))).containsExactly(visit, late);
    assertThat(ids(house.send(new CancelTimeOff(ada.id, away, "Rain")))).isEmpty();
    assertThat(ids(house.send(new CancelTimeOff(ada.id, away, "Rain")))).isEmpty();
  }

  private void block() {
    house.send(
        new AddAvailabilityException(
            ada.id, Given.id(ExceptionId::new), blocked("09:00", "12:00", null, null)));
    assertThat(open()).containsExactly(visit);
  }

  @Test
  void aVisitThatIsKeptIsOpenNoMoreUntilSomethingElseTakesItsTime() {
    refused(
        RefusalCode.INVALID_TRANSITION,
        () -> house.send(new KeepHitVisit(ada.id, visit, null), ada.self()));
    refused(
        RefusalCode.NOT_FOUND,
        () -> house.send(new KeepHitVisit(ada.id, Given.id(AppointmentId::new), null)));
    block();
    house.send(new KeepHitVisit(ada.id, visit, "I come in"), ada.self());
    house.send(new KeepHitVisit(ada.id, visit, "I come in"), ada.self());
    house.send(new KeepHitVisit(ada.id, visit, null), ada.self());
    assertThat(open()).isEmpty();
    assertThat(happened(HitVisitKept.class)).isEqualTo(1);
    house.send(new KeepHitVisit(ada.id, visit, "It is a short one"), ada.self());
    house.send(new KeepHitVisit(ada.id, visit, "It is a short one"), ada.self());
    assertThat(happened(HitVisitKept.class)).as("another reason is kept, too").isEqualTo(2);
    assertThat(whyKept()).isEqualTo(new Value.Present<>(new Remark("I come in")));
    block();
  }

  @Test
  void noReasonIsKeptOfAnErasedPatient() {
    block();
    PatientId patient = patientOf(visit);
    house.pass(Duration.ofDays(2));
    house.send(new ErasePatient(patient, ErasureGround.PATIENT_REQUEST));
    KeepHitVisit withWords = new KeepHitVisit(ada.id, visit, "I come in");
    refused(RefusalCode.PATIENT_ERASED, () -> house.send(withWords, ada.self()));
    house.send(new KeepHitVisit(ada.id, visit, " "), ada.self());
    refused(RefusalCode.PATIENT_ERASED, () -> house.send(withWords, ada.self()));
    assertThat(happened(HitVisitKept.class)).isEqualTo(1);
  }

  private PatientId patientOf(AppointmentId booked) {
    return ada.events().stream()
        .filter(SlotBooked.class::isInstance)
        .map(SlotBooked.class::cast)
        .filter(slot -> slot.appointmentId().equals(booked))
        .map(SlotBooked::patientId)
        .findFirst()
        .orElseThrow();
  }

  private Value<Remark> whyKept() {
    return ada.events().stream()
        .filter(HitVisitKept.class::isInstance)
        .map(HitVisitKept.class::cast)
        .peek(kept -> assertThat(kept.reason()).isNull())
        .map(kept -> kept.remark().open())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVisitThatIsMovedOrCancelledIsOpenNoMore() {
    AppointmentOutcome other = house.send(ada.booking(halfHour, house.patient(), "11:00"));
    house.send(
        new AddAvailabilityException(
            ada.id, Given.id(ExceptionId::new), blocked("09:00", "12:00", null, null)));
    assertThat(open()).containsExactly(visit, other.appointmentId());
    house.send(Doctor.move(other, "14:00"));
    assertThat(open()).containsExactly(visit);
    house.send(new medic.command.appointment.CancelAppointment(visit, "Away"));
    assertThat(open()).isEmpty();
  }

  @Test
  void whatIsOverIsHitNoMore() {
    house.pass(Duration.ofDays(2));
    ExceptionDetails block = blocked("09:00", "12:00", null, null);
    assertThat(
            ids(
                house.send(
                    new AddAvailabilityException(ada.id, Given.id(ExceptionId::new), block))))
        .isEmpty();
  }
}
