package medic.booking.schedule;

import static medic.booking.given.Hours.from;
import static medic.booking.given.Visit.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import medic.booking.given.Hours;
import medic.booking.given.Visit;
import medic.booking.house.Given;
import medic.command.RefusalCode;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schedule decides by itself: what is offered, where and when. */
class DoctorScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-03-03T11:00:00Z");

  private final DoctorId ada = Given.id(DoctorId::new);
  private final LocationId mitte = Given.id(LocationId::new);
  private final LocationId wedding = Given.id(LocationId::new);
  private final RoomId room = Given.id(RoomId::new);
  private final AppointmentTypeId type = Given.id(AppointmentTypeId::new);
  private final TemplateId template = Given.id(TemplateId::new);
  private final ExceptionId exception = Given.id(ExceptionId::new);
  private final TimeOffId leave = Given.id(TimeOffId::new);
  private final ConnectionId calendar = Given.id(ConnectionId::new);

  private final DoctorRegistered registered =
      new DoctorRegistered(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN);

  private ScheduleScenario given(Object... events) {
    return new ScheduleScenario(registered).given(events);
  }

  /** Registered, with two places, a room in the first, and a kind of visit. */
  private ScheduleScenario practising(Object... more) {
    return given(place(mitte), place(wedding), roomAt(mitte, false), typeOf(type, visit()))
        .given(more);
  }

  private LocationAdded place(LocationId id) {
    return new LocationAdded(ada, id, "Mitte", null, null, null, BERLIN, null, null, false);
  }

  private AddLocation addPlace(LocationId id, String name) {
    return new AddLocation(
        ada, id, new LocationDetails(null, name, null, null, null, BERLIN, null, null, null));
  }

  private RoomAdded roomAt(LocationId at, boolean virtual) {
    return new RoomAdded(ada, at, room, "Room 1", 1, virtual);
  }

  private AddAppointmentType addType(AppointmentTypeId id, Visit visit) {
    return new AddAppointmentType(ada, id, visit.details());
  }

  /** The event that defining a type leads to. */
  private AppointmentTypeDefined typeOf(AppointmentTypeId id, Visit visit) {
    AppointmentTypeDetails d = visit.details();
    return new AppointmentTypes().decide(new AddAppointmentType(ada, id, d), known()).get(0);
  }

  private Premises known() {
    Premises premises = new Premises();
    premises.evolve(place(mitte));
    premises.evolve(place(wedding));
    premises.evolve(roomAt(mitte, false));
    return premises;
  }

  private AddScheduleTemplate addHours(Hours hours) {
    return new AddScheduleTemplate(ada, template, hours.at(mitte));
  }

  private ScheduleTemplateDefined hoursOf(Hours hours) {
    return new WeeklyTemplates().decide(addHours(hours), known()).get(0);
  }

  // -- registration and places

  @Test
  void registersADoctor() {
    new ScheduleScenario()
        .when(new RegisterDoctor(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN))
        .then(registered);
  }

  @Test
  void theSameRegistrationTwiceIsOne() {
    given()
        .when(new RegisterDoctor(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN))
        .thenNothing();
  }

  @Test
  void anotherDoctorUnderTheSameIdIsRefused() {
    given()
        .when(new RegisterDoctor(ada, "Dr. Bob", "Dermatology", "ada@example.org", BERLIN))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void addsAPlaceOnce() {
    given().when(addPlace(mitte, "Mitte")).then(place(mitte));
    given(place(mitte)).when(addPlace(mitte, "Mitte")).thenNothing();
    given(place(mitte)).when(addPlace(mitte, "Wedding")).thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  // -- kinds of visit

  @Test
  void offersAKindOfVisitOnce() {
    practising().when(addType(type, visit())).thenNothing();
    given().when(addType(type, visit())).then(typeOf(type, visit()));
    practising().when(addType(type, visit().minutes(45))).thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void aSlugStandsForOneKindOfVisit() {
    AppointmentTypeId other = Given.id(AppointmentTypeId::new);
    practising().when(addType(other, visit())).thenRefused(RefusalCode.SLUG_TAKEN, "slug");
    practising(typeOf(other, visit().slug("other")))
        .when(new ReviseAppointmentType(ada, other, visit().details()))
        .thenRefused(RefusalCode.SLUG_TAKEN, "slug");
    practising(new AppointmentTypeWithdrawn(ada, type))
        .when(addType(other, visit()))
        .then(typeOf(other, visit()));
  }

  @Test
  void aKindOfVisitTakesPlaceWhereTheDoctorWorks() {
    LocationId nowhere = Given.id(LocationId::new);
    RoomId noRoom = Given.id(RoomId::new);
    AppointmentTypeId other = Given.id(AppointmentTypeId::new);
    practising()
        .when(addType(other, visit().slug("a").onlyAt(nowhere)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationIds");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(nowhere)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultLocationId");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(mitte).usuallyIn(noRoom)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultRoomId");
    practising()
        .when(addType(other, visit().slug("a").usuallyAt(wedding).usuallyIn(room)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "defaultRoomId");
    practising()
        .when(addType(other, visit().slug("a").onlyAt(mitte).usuallyAt(wedding)))
        .thenRefused(RefusalCode.LOCATION_UNSUITABLE, "defaultLocationId");
  }

  @Test
  void aVisitInPersonIsNotInAVirtualRoom() {
    given(place(mitte), roomAt(mitte, true))
        .when(addType(type, visit().usuallyAt(mitte).usuallyIn(room)))
        .thenRefused(RefusalCode.ROOM_UNSUITABLE, "defaultRoomId");
  }

  @Test
  void revisesAKindOfVisitWhenAnythingDiffers() {
    practising()
        .when(new ReviseAppointmentType(ada, type, visit().minutes(45).details()))
        .then(typeOf(type, visit().minutes(45)));
    practising().when(new ReviseAppointmentType(ada, type, visit().details())).thenNothing();
    given()
        .when(new ReviseAppointmentType(ada, type, visit().details()))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void withdrawsAKindOfVisitOnceAndForGood() {
    var withdrawn = new AppointmentTypeWithdrawn(ada, type);
    practising().when(new WithdrawAppointmentType(ada, type)).then(withdrawn);
    practising(withdrawn).when(new WithdrawAppointmentType(ada, type)).thenNothing();
    practising(withdrawn).when(addType(type, visit())).thenNothing();
    given().when(new WithdrawAppointmentType(ada, type)).thenRefused(RefusalCode.NOT_FOUND);
  }

  // -- weekly hours

  @Test
  void worksWeeklyHoursOnce() {
    practising().when(addHours(from("08:00", "12:00"))).then(hoursOf(from("08:00", "12:00")));
    practising(hoursOf(from("08:00", "12:00")))
        .when(addHours(from("08:00", "12:00")))
        .thenNothing();
    practising(hoursOf(from("08:00", "12:00")))
        .when(addHours(from("08:00", "13:00")))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void worksWhereThereIsAPlaceAndARoom() {
    given()
        .when(addHours(from("08:00", "12:00")))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationId");
    practising()
        .when(addHours(from("08:00", "12:00").in(Given.id(RoomId::new))))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "roomId");
    practising()
        .when(new AddScheduleTemplate(ada, template, from("08:00", "12:00").in(room).at(wedding)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "roomId");
    RoomId guests = Given.id(RoomId::new);
    Hours asAGuest = from("08:00", "12:00").in(guests);
    practising(new SharedRoomGranted(ada, guests, Given.id(DoctorId::new), "Room", 1, false))
        .when(new AddScheduleTemplate(ada, template, asAGuest.at(wedding)))
        .thenSomething();
  }

  @Test
  void workEndsAtAnotherTimeThanItStarts() {
    practising()
        .when(addHours(from("08:00", "08:00")))
        .thenRefused(RefusalCode.INVALID_RANGE, "workEnd");
  }

  @Test
  void breaksMayTouchAndNotOverlap() {
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "10:30").pausing("10:30", "11:00")))
        .thenSomething();
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "10:31").pausing("10:30", "11:00")))
        .thenRefused(RefusalCode.BREAKS_OVERLAP, "breaks");
    practising()
        .when(addHours(from("08:00", "16:00").pausing("10:00", "12:00").pausing("10:30", "11:00")))
        .thenRefused(RefusalCode.BREAKS_OVERLAP, "breaks");
  }

  @ParameterizedTest
  @CsvSource({"07:30,08:30", "15:30,16:30", "12:00,12:00", "12:00,11:00", "17:00,18:00"})
  void breaksLieWithinTheHours(String start, String end) {
    practising()
        .when(addHours(from("08:00", "16:00").pausing(start, end)))
        .thenRefused(RefusalCode.BREAK_OUTSIDE_HOURS, "breaks");
  }

  @ParameterizedTest
  @CsvSource({"22:00,22:30", "23:45,00:15", "00:30,01:00", "05:00,06:00"})
  void aNightShiftHasItsBreaksOnEitherSideOfMidnight(String start, String end) {
    practising().when(addHours(from("22:00", "06:00").pausing(start, end))).thenSomething();
  }

  @ParameterizedTest
  @CsvSource({"21:30,22:30", "05:30,06:30", "12:00,13:00"})
  void aNightShiftHasNoBreaksByDay(String start, String end) {
    practising()
        .when(addHours(from("22:00", "06:00").pausing(start, end)))
        .thenRefused(RefusalCode.BREAK_OUTSIDE_HOURS, "breaks");
  }

  @Test
  void revisesHoursWhenAnythingDiffers() {
    var before = hoursOf(from("08:00", "12:00"));
    practising(before)
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "13:00").at(mitte)))
        .then(hoursOf(from("08:00", "13:00")));
    practising(before)
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "12:00").at(mitte)))
        .thenNothing();
    practising()
        .when(new ReviseScheduleTemplate(ada, template, from("08:00", "12:00").at(mitte)))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void removesHoursOnceAndForGood() {
    var before = hoursOf(from("08:00", "12:00"));
    var removed = new ScheduleTemplateRemoved(ada, template);
    practising(before).when(new RemoveScheduleTemplate(ada, template)).then(removed);
    practising(before, removed).when(new RemoveScheduleTemplate(ada, template)).thenNothing();
    practising(before, removed).when(addHours(from("08:00", "12:00"))).thenNothing();
    practising().when(new RemoveScheduleTemplate(ada, template)).thenRefused(RefusalCode.NOT_FOUND);
  }

  // -- exceptions

  private AddAvailabilityException block(Instant start, Instant end, LocationId at) {
    return new AddAvailabilityException(
        ada,
        exception,
        new ExceptionDetails(null, start, end, ExceptionStatus.BLOCKED, null, at, "Fair"));
  }

  private AvailabilityExceptionAdded blocked(Instant start, Instant end) {
    return new AvailabilityExceptionAdded(
        ada, exception, start, end, ExceptionStatus.BLOCKED, null, mitte, "Fair");
  }

  @Test
  void blocksAStretchOfTimeOnce() {
    practising().when(block(NINE, TEN, mitte)).then(blocked(NINE, TEN));
    practising(blocked(NINE, TEN)).when(block(NINE, TEN, mitte)).thenNothing();
    practising(blocked(NINE, TEN))
        .when(block(NINE, ELEVEN, mitte))
        .thenRefused(RefusalCode.ID_ALREADY_USED);
  }

  @Test
  void anExceptionIsAStretchOfTimeSomewhere() {
    practising().when(block(TEN, NINE, mitte)).thenRefused(RefusalCode.INVALID_RANGE, "endAt");
    practising().when(block(TEN, TEN, mitte)).thenRefused(RefusalCode.INVALID_RANGE, "endAt");
    practising()
        .when(block(NINE, Instant.parse("2226-01-01T00:00:00Z"), mitte))
        .thenRefused(RefusalCode.INVALID_RANGE, "endAt");
    practising()
        .when(block(NINE, TEN, Given.id(LocationId::new)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "locationId");
    AppointmentTypeId unknown = Given.id(AppointmentTypeId::new);
    practising()
        .when(
            new AddAvailabilityException(
                ada,
                exception,
                new ExceptionDetails(
                    null, NINE, TEN, ExceptionStatus.AVAILABLE, unknown, null, null)))
        .thenRefused(RefusalCode.UNKNOWN_REFERENCE, "appointmentTypeId");
  }

  @Test
  void takesAnExceptionBackOnceAndForGood() {
    var removed = new AvailabilityExceptionRemoved(ada, exception);
    practising(blocked(NINE, TEN))
        .when(new RemoveAvailabilityException(ada, exception))
        .then(removed);
    practising(blocked(NINE, TEN), removed)
        .when(new RemoveAvailabilityException(ada, exception))
        .thenNothing();
    practising(blocked(NINE, TEN), removed).when(block(NINE, TEN, mitte)).thenNothing();
    practising()
        .when(new RemoveAvailabilityException(ada, exception))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  // -- time off

  private TimeOffRequested asked() {
    return new TimeOffRequested(ada, leave, NINE, TEN, "Sea");
  }

  private TimeOffApproved approved() {
    return new TimeOffApproved(ada, leave, NINE, TEN);
  }

  private TimeOffRejected rejected() {
    return new TimeOffRejected(ada, leave, "no");
  }

  private TimeOffCancelled cancelled() {
    return new TimeOffCancelled(ada, leave, "no");
  }

  private RequestTimeOff ask(Instant start, Instant end) {
    return new RequestTimeOff(ada, leave, new TimeOffDetails(null, start, end, "Sea"));
  }

  private final ApproveTimeOff approve = new ApproveTimeOff(ada, leave);
  private final RejectTimeOff reject = new RejectTimeOff(ada, leave, "no");
  private final CancelTimeOff cancel = new CancelTimeOff(ada, leave, "no");

  @Test
  void asksForTimeOffOnce() {
    given().when(ask(NINE, TEN)).then(asked());
    given(asked()).when(ask(NINE, TEN)).thenNothing();
    given(asked()).when(ask(NINE, ELEVEN)).thenRefused(RefusalCode.ID_ALREADY_USED);
    given().when(ask(TEN, NINE)).thenRefused(RefusalCode.INVALID_RANGE, "endAt");
  }

  @Test
  void timeOffThatIsAskedForIsGrantedOrNotOrWithdrawn() {
    given(asked()).when(approve).then(approved());
    given(asked()).when(reject).then(rejected());
    given(asked()).when(cancel).then(cancelled());
    given(asked(), approved()).when(cancel).then(cancelled());
  }

  @Test
  void aDecisionOnTimeOffRepeatedChangesNothing() {
    given(asked(), approved()).when(approve).thenNothing();
    given(asked(), rejected()).when(reject).thenNothing();
    given(asked(), approved(), cancelled()).when(cancel).thenNothing();
  }

  @Test
  void aDecisionOnTimeOffStands() {
    given(asked(), approved()).when(reject).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), rejected()).when(approve).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), rejected()).when(cancel).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), cancelled()).when(approve).thenRefused(RefusalCode.INVALID_TRANSITION);
    given(asked(), cancelled()).when(reject).thenRefused(RefusalCode.INVALID_TRANSITION);
  }

  @Test
  void timeOffThatNobodyAskedForIsUnknown() {
    given().when(approve).thenRefused(RefusalCode.NOT_FOUND);
    given().when(reject).thenRefused(RefusalCode.NOT_FOUND);
    given().when(cancel).thenRefused(RefusalCode.NOT_FOUND);
  }

  // -- remote calendars

  private ReportExternalBusyTimes report(
      boolean complete, List<String> gone, ExternalBusyTimeDetails... seen) {
    return new ReportExternalBusyTimes(
        ada, calendar, "google", List.of(seen), gone, complete, NINE);
  }

  private static ExternalBusyTimeDetails busy(String id, Instant start, Instant end) {
    return new ExternalBusyTimeDetails(id, start, end, BusyStatus.BUSY);
  }

  private ExternalBusyTimesSeen seen(List<String> gone, ExternalBusyTime... entries) {
    return new ExternalBusyTimesSeen(ada, calendar, "google", List.of(entries), gone, NINE);
  }

  private static ExternalBusyTime entry(String id, Instant start, Instant end) {
    return new ExternalBusyTime(id, start, end, BusyStatus.BUSY);
  }

  private ExternalBusyTimesSeen golfAndLunch() {
    return seen(List.of(), entry("golf", NINE, TEN), entry("lunch", TEN, ELEVEN));
  }

  @Test
  void saysWhatARemoteCalendarHolds() {
    given()
        .when(report(true, List.of(), busy("golf", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .then(golfAndLunch());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysNothingWhenNothingDiffers(boolean complete) {
    given(golfAndLunch())
        .when(report(complete, List.of(), busy("golf", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .thenNothing();
  }

  @Test
  void saysOnlyWhatDiffers() {
    given(golfAndLunch())
        .when(report(false, List.of(), busy("golf", NINE, ELEVEN), busy("lunch", TEN, ELEVEN)))
        .then(seen(List.of(), entry("golf", NINE, ELEVEN)));
    given(golfAndLunch())
        .when(report(false, List.of("golf", "never heard of")))
        .then(seen(List.of("golf")));
    given(golfAndLunch())
        .when(report(true, List.of(), busy("tea", NINE, TEN), busy("lunch", TEN, ELEVEN)))
        .then(seen(List.of("golf"), entry("tea", NINE, TEN)));
  }

  @Test
  void anEntryThatIsSeenIsNotGone() {
    given(golfAndLunch())
        .when(report(false, List.of("golf"), busy("golf", NINE, TEN)))
        .thenNothing();
  }

  @Test
  void anEntryOfARemoteCalendarTakesTime() {
    given()
        .when(report(false, List.of(), busy("golf", TEN, NINE)))
        .thenRefused(RefusalCode.INVALID_RANGE, "seen[0].endsAt");
  }

  @Test
  void anotherConnectionsEntriesAreItsOwn() {
    ConnectionId other = Given.id(ConnectionId::new);
    given(golfAndLunch())
        .when(
            new ReportExternalBusyTimes(
                ada, other, "google", List.of(busy("golf", NINE, TEN)), List.of(), true, NINE))
        .then(
            new ExternalBusyTimesSeen(
                ada, other, "google", List.of(entry("golf", NINE, TEN)), List.of(), NINE));
  }
}
