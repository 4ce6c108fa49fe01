package medic.booking.schedule;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.AppointmentAction;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.ListActions;
import medic.command.appointment.RescheduleAppointment;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.KeepHitVisit;
import medic.command.doctor.LeavePractice;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.ReopenLocation;
import medic.command.doctor.ReopenRoom;
import medic.command.doctor.ReturnToPractice;
import medic.command.doctor.ReviseLocation;
import medic.command.doctor.ReviseRoom;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.ShareRoom;
import medic.command.doctor.UnshareRoom;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.appointment.OverriddenRule;
import medic.events.doctor.HitKind;
import medic.events.doctor.RoomUnshared;
import medic.events.doctor.SharedRoomWithdrawn;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.id.AppointmentId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is closed, and who left, takes nothing more; what is booked there is told and stays. */
class ClosingTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private static List<AppointmentId> ids(VisitsHitOutcome outcome) {
    return outcome.visitsHit().stream().map(VisitsHitOutcome.Visit::appointmentId).toList();
  }

  private List<AppointmentId> open(Doctor of) {
    return ids(house.send(new ListHitVisits(of.id)));
  }

  private static List<HitKind> hits(Doctor of) {
    return of.events().stream()
        .filter(VisitsHit.class::isInstance)
        .map(hit -> ((VisitsHit) hit).kind())
        .toList();
  }

  private CloseLocation closing(LocationId place) {
    return new CloseLocation(ada.id, place, "Moved out", null);
  }

  /** Whatever the practice names to be overridden. */
  private BookAppointment withAllOverridden(Doctor with, String time) {
    return new BookAppointment(
        with.id,
        Given.id(AppointmentId::new),
        with.visit,
        house.patient(),
        Doctor.at(time),
        with.place,
        null,
        null,
        "She is in pain",
        null,
        BookingSource.API,
        Set.of(OverriddenRule.HOURS, OverriddenRule.INACTIVE_TYPE));
  }

  @Test
  void aClosedPlaceTellsWhatItHitsBeforeAndAfter() {
    AppointmentId visit = ada.book(grace, "10:00").appointmentId();
    assertThat(ids(house.send(PreviewVisitsHit.ofClosing(ada.id, ada.place))))
        .containsExactly(visit);
    assertThat(open(ada)).isEmpty();

    assertThat(ids(house.send(closing(ada.place)))).containsExactly(visit);
    assertThat(ids(house.send(closing(ada.place)))).as("sent again").containsExactly(visit);
    assertThat(open(ada)).containsExactly(visit);
    assertThat(hits(ada)).containsExactly(HitKind.LOCATION);

    house.send(new KeepHitVisit(ada.id, visit, null));
    assertThat(open(ada)).isEmpty();
    house.send(new ReopenLocation(ada.id, ada.place, null));
    assertThat(ada.events()).hasAtLeastOneElementOfType(VisitsRelieved.class);
  }

  @Test
  void nothingIsBookedHeldOrMovedThereUntilItIsOpenAgain() {
    LocationId other = ada.addPlace();
    house.send(closing(other));
    AppointmentOutcome visit = ada.book(grace, "10:00");
    refused(
        RefusalCode.LOCATION_CLOSED,
        () ->
            house.send(
                new RescheduleAppointment(
                    visit.appointmentId(), Doctor.at("11:00"), other, null, null, null, Set.of())));
    var promised = ada.hold(grace, "12:00");
    house.send(closing(ada.place));
    refused(RefusalCode.LOCATION_CLOSED, () -> ada.book(house.patient(), "14:00"));
    refused(RefusalCode.LOCATION_CLOSED, () -> ada.hold(grace, "15:00"));
    refused(
        RefusalCode.LOCATION_CLOSED,
        () ->
            house.send(
                ada.bookingWith(promised.holdId(), grace, "12:00"), BookingFixture.as(grace)));
    refused(
        RefusalCode.LOCATION_CLOSED, () -> house.send(withAllOverridden(ada, "16:00"), ada.self()));
    house.send(new ReopenLocation(ada.id, ada.place, null));
    ada.book(house.patient(), "14:00");
  }

  @Test
  void withoutAPlaceWhatIsOpenIsChosen() {
    LocationId other = ada.addPlace();
    ada.works(medic.booking.given.Hours.from("08:00", "18:00"), other);
    house.send(closing(ada.place));
    assertThat(ada.book(grace, "10:00").locationId()).isEqualTo(other);
  }

  @Test
  void whoLeftTakesNothingAndWhatIsBookedIsTold() {
    AppointmentId visit = ada.book(grace, "10:00").appointmentId();
    LeavePractice leaving = new LeavePractice(ada.id, "Retires", null);
    assertThat(ids(house.send(PreviewVisitsHit.ofLeaving(ada.id)))).containsExactly(visit);
    assertThat(ids(house.send(leaving))).containsExactly(visit);
    assertThat(ids(house.send(leaving))).as("sent again").containsExactly(visit);
    assertThat(hits(ada)).containsExactly(HitKind.DOCTOR);
    refused(RefusalCode.DOCTOR_LEFT, () -> ada.book(house.patient(), "12:00"));
    refused(RefusalCode.DOCTOR_LEFT, () -> ada.hold(grace, "12:00"));
    refused(
        RefusalCode.DOCTOR_LEFT,
        () ->
            house.send(
                new RescheduleAppointment(
                    visit, Doctor.at("12:00"), null, null, null, null, Set.of())));
    refused(RefusalCode.DOCTOR_LEFT, () -> house.send(withAllOverridden(ada, "12:00"), ada.self()));
    ActionsOutcome actions = house.send(new ListActions(visit));
    assertThat(actions.actions())
        .filteredOn(action -> action.action() == AppointmentAction.RESCHEDULE)
        .extracting(ActionsOutcome.Action::code)
        .containsExactly("DOCTOR_LEFT");
    house.send(new ReturnToPractice(ada.id, null));
    assertThat(open(ada)).isEmpty();
    ada.book(house.patient(), "12:00");
  }

  private ActionsOutcome.Action confirming(AppointmentId visit) {
    ActionsOutcome told = house.send(new ListActions(visit), ada.self());
    return told.actions().stream()
        .filter(action -> action.action() == AppointmentAction.CONFIRM)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMoveThatWasAskedForIsNotAgreedToWhereItIsClosed() {
    LocationId other = ada.addPlace();
    ada.works(medic.booking.given.Hours.from("08:00", "18:00"), other);
    var type = ada.offers(visit().needingTheDoctorsWord());
    AppointmentOutcome booked =
        house.send(
            ada.booking(Given.id(AppointmentId::new), type, grace, "10:00", ada.place, null, null),
            BookingFixture.as(grace));
    ConfirmAppointment yes = new ConfirmAppointment(booked.appointmentId(), null);
    house.send(yes, ada.self());
    house.send(
        new RescheduleAppointment(
            booked.appointmentId(), Doctor.at("12:00"), other, null, null, null, Set.of()),
        BookingFixture.as(grace));
    house.send(closing(other));
    refused(RefusalCode.LOCATION_CLOSED, () -> house.send(yes, ada.self()));
    assertThat(confirming(booked.appointmentId()).code()).isEqualTo("LOCATION_CLOSED");
    house.send(new ReopenLocation(ada.id, other, null));
    assertThat(confirming(booked.appointmentId()).allowed()).isTrue();
    AppointmentOutcome moved = house.send(yes, ada.self());
    assertThat(moved.locationId()).isEqualTo(other);
  }

  /** It stays a request, which is declined, or confirmed once it is open again. */
  @Test
  void whatWasAskedForIsNotConfirmedWhereItIsClosed() {
    RoomId room = ada.addRoom(2);
    var type = ada.offers(visit().needingTheDoctorsWord());
    AppointmentId asked =
        house
            .<AppointmentOutcome>send(
                ada.booking(
                    Given.id(AppointmentId::new), type, grace, "10:00", ada.place, room, null),
                BookingFixture.as(grace))
            .appointmentId();
    isNotConfirmedWhile(RefusalCode.LOCATION_CLOSED, asked, closing(ada.place));
    house.send(new ReopenLocation(ada.id, ada.place, null));
    isNotConfirmedWhile(
        RefusalCode.ROOM_CLOSED, asked, new CloseRoom(ada.id, ada.place, room, null, null));
    house.send(new ReopenRoom(ada.id, ada.place, room, null));
    isNotConfirmedWhile(RefusalCode.DOCTOR_LEFT, asked, new LeavePractice(ada.id, null, null));
    house.send(new KeepHitVisit(ada.id, asked, "A locum sees her"));
    assertThat(confirming(asked).allowed()).as("kept").isTrue();
    AppointmentOutcome confirmed = house.send(new ConfirmAppointment(asked, null), ada.self());
    assertThat(confirmed.status()).isEqualTo(AppointmentStatus.CONFIRMED);
  }

  @Test
  void aHoldThatIsAskedForAgainEndsWhereItIsClosed() {
    ada.hold(grace, "12:00");
    ada.hold(grace, "12:00");
    house.send(closing(ada.place));
    refused(RefusalCode.LOCATION_CLOSED, () -> ada.hold(grace, "12:00"));
  }

  @Test
  void aRoomOfAClosedPlaceIsNotShared() {
    RoomId room = ada.addRoom(1);
    house.send(closing(ada.place));
    refused(RefusalCode.LOCATION_CLOSED, () -> ada.share(room, house.doctor()));
  }

  private void isNotConfirmedWhile(RefusalCode code, AppointmentId asked, Object closing) {
    house.send(closing);
    refused(code, () -> house.send(new ConfirmAppointment(asked, null), ada.self()));
    refused(code, () -> house.send(new ConfirmAppointment(asked, "It can be done")));
    assertThat(confirming(asked).code()).isEqualTo(code.name());
  }

  @Test
  void anotherZoneHitsWhatTheHoursNoLongerCover() {
    AppointmentId early = ada.book(grace, "08:00").appointmentId();
    AppointmentId noon = ada.book(house.patient(), "12:00").appointmentId();
    LocationDetails west =
        new LocationDetails(
            null, "Lisbon", null, null, null, ZoneId.of("Atlantic/Azores"), null, null, null);
    assertThat(ids(house.send(new ReviseLocation(ada.id, ada.place, west, null))))
        .containsExactly(early);
    assertThat(open(ada)).containsExactly(early).doesNotContain(noon);
  }

  /** Both doctors see it; each is told of their own appointments, an admin of all. */
  @Test
  void aRoomThatIsTakenBackHitsItsGuests() {
    RoomId room = ada.addRoom(2);
    Doctor bob = house.doctor();
    ada.share(room, bob);
    bob.worksEveryDay(room);
    AppointmentId visit = bob.book(grace, "10:00").appointmentId();
    UnshareRoom unsharing = new UnshareRoom(ada.id, ada.place, room, bob.id);

    assertThat(ids(house.send(unsharing, ada.self()))).isEmpty();
    assertThat(open(bob)).containsExactly(visit);
    assertThat(ids(house.send(unsharing))).as("an admin, again").containsExactly(visit);
    assertThat(hits(bob)).containsExactly(HitKind.ROOM);
    assertThat(ada.events()).hasAtLeastOneElementOfType(RoomUnshared.class);
    assertThat(bob.events()).hasAtLeastOneElementOfType(SharedRoomWithdrawn.class);
    refused(RefusalCode.NOT_OFFERED, () -> bob.book(house.patient(), "11:00"));
    refused(
        RefusalCode.ROOM_CLOSED,
        () ->
            house.send(
                bob.booking(
                    Given.id(AppointmentId::new),
                    bob.visit,
                    house.patient(),
                    "11:00",
                    bob.place,
                    room,
                    null)));
    house.send(new ShareRoom(ada.id, ada.place, room, bob.id));
    assertThat(open(bob)).isEmpty();
    bob.book(house.patient(), "11:00");
  }

  @Test
  void aClosedRoomIsTakenBackFromAllAndOpensForItsOwnerAlone() {
    RoomId room = ada.addRoom(2);
    Doctor bob = house.doctor();
    ada.share(room, bob);
    bob.worksEveryDay(room);
    AppointmentId theirs = bob.book(grace, "10:00").appointmentId();
    AppointmentId own =
        house
            .<AppointmentOutcome>send(
                ada.booking(
                    Given.id(AppointmentId::new),
                    ada.visit,
                    house.patient(),
                    "10:00",
                    ada.place,
                    room,
                    null))
            .appointmentId();
    CloseRoom closing = new CloseRoom(ada.id, ada.place, room, "Water", null);
    assertThat(ids(house.send(PreviewVisitsHit.ofClosing(ada.id, room)))).containsExactly(own);
    assertThat(ids(house.send(closing, ada.self()))).containsExactly(own);
    assertThat(open(bob)).containsExactly(theirs);
    refused(RefusalCode.ROOM_CLOSED, () -> ada.share(room, bob));
    house.send(new ReopenRoom(ada.id, ada.place, room, null));
    assertThat(open(ada)).isEmpty();
    assertThat(open(bob)).containsExactly(theirs);
    refused(RefusalCode.NOT_OFFERED, () -> bob.book(house.patient(), "11:00"));
  }

  @Test
  void aRoomIsRevisedForItsGuestsTooAndFitsAsManyAsItSays() {
    RoomId room = ada.addRoom(1);
    Doctor bob = house.doctor();
    Doctor eve = house.doctor();
    for (Doctor guest : List.of(bob, eve)) {
      ada.share(room, guest);
      guest.worksEveryDay(room);
    }
    bob.book(grace, "10:00");
    refused(RefusalCode.ROOM_TAKEN, () -> eve.book(house.patient(), "10:00"));
    house.send(
        new ReviseRoom(ada.id, ada.place, room, new RoomDetails(null, "Room 7", 2, null), null));
    eve.book(house.patient(), "10:00");
    refused(
        RefusalCode.ROOM_TAKEN,
        () ->
            house.send(
                ada.booking(
                    Given.id(AppointmentId::new),
                    ada.visit,
                    house.patient(),
                    "10:00",
                    ada.place,
                    room,
                    null)));
  }
}
