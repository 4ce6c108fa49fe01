package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Hours.from;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.CommandMetaData;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookingTest {
  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void booksAnOpenSlotForDoctorPatientAndAppointmentAtOnce() {
    AppointmentOutcome booked = ada.book(grace, "10:00");

    assertThat(booked.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(booked.endsAt()).isEqualTo(Doctor.at("10:30"));
    assertThat(house.eventsOf(booked.appointmentId()))
        .singleElement()
        .isInstanceOf(AppointmentBooked.class);
    assertThat(house.store.lastMetaData(booked.appointmentId()))
        .containsEntry("actorType", "ADMIN")
        .containsEntry("actorId", "admin");
  }

  @Test
  void refusesATakenSlotAndStoresNothing() {
    ada.book(grace, "10:00");
    int stored = house.store.appended();
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
    assertThat(house.store.appended()).isEqualTo(stored);
  }

  @Test
  void allowsAdjacentAppointments() {
    ada.book(grace, "10:00");
    assertThat(ada.book(tom, "10:30").status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(ada.book(tom, "09:30").status()).isEqualTo(AppointmentStatus.CONFIRMED);
  }

  @Test
  void buffersOfNeighboursAdd() {
    AppointmentTypeId careful = ada.offers(visit().buffers(0, 10));
    house.send(ada.booking(careful, grace, "10:00"));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:30"));
    ada.book(tom, "11:00");
  }

  @Test
  void seesAsManyPatientsAtATimeAsTheHoursAllow() {
    Doctor group = house.doctor().works(from("08:00", "18:00").atATime(2));
    group.book(grace, "10:00");
    group.book(tom, "10:00");
    refused(RefusalCode.SLOT_TAKEN, () -> group.book(house.patient(), "10:00"));
  }

  @Test
  void refusesARoomThatAnotherDoctorUses() {
    RoomId room = ada.addRoom(1);
    Doctor owner = house.doctor();
    Doctor bob = house.doctor();
    RoomId shared = owner.addRoom(1);
    owner.share(shared, bob);
    owner.worksEveryDay(shared);
    bob.worksEveryDay(shared);
    AppointmentOutcome first = owner.book(grace, "10:00");
    assertThat(first.roomId()).isEqualTo(shared).isNotEqualTo(room);

    refused(RefusalCode.ROOM_TAKEN, () -> bob.book(tom, "10:00"));

    house.cancel(first);
    assertThat(bob.book(tom, "10:00").roomId()).isEqualTo(shared);
  }

  @Test
  void takesTheOtherHoursWhereTheRoomOfTheFirstIsTaken() {
    Doctor owner = house.doctor();
    List<RoomId> rooms = List.of(owner.addRoom(1), owner.addRoom(1));
    rooms.forEach(room -> owner.works(from("08:00", "18:00").in(room)));
    RoomId usual = owner.book(grace, "09:00").roomId();
    RoomId other = rooms.get(1 - rooms.indexOf(usual));
    Doctor bob = guestIn(owner, usual);
    Doctor eve = guestIn(owner, other);

    bob.book(tom, "10:00");
    assertThat(owner.book(grace, "10:00").roomId()).isEqualTo(other);

    bob.book(tom, "11:00");
    eve.book(house.patient(), "11:00");
    refused(RefusalCode.ROOM_TAKEN, () -> owner.book(grace, "11:00"));
    refused(RefusalCode.ROOM_TAKEN, () -> owner.hold(grace, "11:00"));
  }

  private Doctor guestIn(Doctor owner, RoomId room) {
    Doctor guest = house.doctor();
    owner.share(room, guest);
    return guest.worksEveryDay(room);
  }

  @Test
  void aRoomForTwoTakesTwo() {
    Doctor owner = house.doctor();
    Doctor bob = house.doctor();
    Doctor eve = house.doctor();
    RoomId shared = owner.addRoom(2);
    owner.share(shared, bob);
    owner.share(shared, eve);
    owner.worksEveryDay(shared).book(grace, "10:00");
    bob.worksEveryDay(shared).book(tom, "10:00");
    eve.worksEveryDay(shared);
    refused(RefusalCode.ROOM_TAKEN, () -> eve.book(house.patient(), "10:00"));
  }

  @Test
  void aPatientIsInOnePlace() {
    Doctor bob = house.doctor().worksEveryDay();
    AppointmentOutcome first = ada.book(grace, "10:00");
    refused(RefusalCode.PATIENT_BUSY, () -> bob.book(grace, "10:00"));
    house.cancel(first);
    bob.book(grace, "10:00");
  }

  @Test
  void asksForNotice() {
    AppointmentTypeId planned = ada.offers(visit().noticeMinutes(24 * 60));
    house.pass(Duration.ofHours(4));
    assertThat(house.<Object>send(ada.booking(planned, grace, "10:00"))).isNotNull();
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(ada.booking(planned, tom, "09:30"), BookingFixture.as(tom)));
    house.pass(Duration.ofHours(48));
    refused(RefusalCode.TOO_SHORT_NOTICE, () -> ada.book(tom, "11:00"));
  }

  @Test
  void looksNoFurtherAheadThanTheTypeSays() {
    AppointmentTypeId soon = ada.offers(visit().daysAhead(1));
    assertThat(house.<Object>send(ada.booking(soon, grace, "10:00"))).isNotNull();
    refused(
        RefusalCode.TOO_FAR_AHEAD,
        () ->
            house.send(ada.booking(soon, grace, "2026-03-04T10:00:00Z"), BookingFixture.as(grace)));
  }

  @Test
  void refusesWhatIsNotOffered() {
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(grace, "10:10"));
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(grace, "07:30"));
    refused(RefusalCode.NOT_OFFERED, () -> ada.book(grace, "18:00"));
  }

  @Test
  void refusesTypesThatAreNotOfferedNow() {
    AppointmentTypeId paused = ada.offers(visit().inactive());
    AppointmentTypeId gone = ada.offers(visit());
    house.send(new WithdrawAppointmentType(ada.id, gone));
    refused(RefusalCode.TYPE_INACTIVE, () -> house.send(ada.booking(paused, grace, "10:00")));
    refused(RefusalCode.TYPE_INACTIVE, () -> house.send(ada.booking(gone, grace, "10:00")));
  }

  @Test
  void refusesUnknownReferences() {
    refused(
        RefusalCode.UNKNOWN_REFERENCE,
        () -> house.send(ada.booking(Given.id(AppointmentTypeId::new), grace, "10:00")));
    refused(RefusalCode.UNKNOWN_REFERENCE, () -> ada.book(Given.id(PatientId::new), "10:00"));
    refused(RefusalCode.UNKNOWN_REFERENCE, () -> house.send(at(Given.id(LocationId::new), null)));
    refused(RefusalCode.UNKNOWN_REFERENCE, () -> house.send(at(null, Given.id(RoomId::new))));
  }

  @Test
  void modePlaceAndRoomMustFit() {
    LocationId elsewhere = ada.addPlace();
    AppointmentTypeId here = ada.offers(visit().onlyAt(ada.place));
    RoomId virtual = ada.addRoom(ada.place, 5, true);
    refused(
        RefusalCode.LOCATION_UNSUITABLE,
        () ->
            house.send(
                ada.booking(
                    Given.id(AppointmentId::new), here, grace, "10:00", elsewhere, null, null)));
    refused(RefusalCode.ROOM_UNSUITABLE, () -> house.send(at(null, virtual)));
  }

  @Test
  void aRoomIsUsedWhereItIs() {
    LocationId elsewhere = ada.addPlace();
    RoomId there = ada.addRoom(elsewhere, 1, false);
    refused(RefusalCode.UNKNOWN_REFERENCE, () -> house.send(at(ada.place, there)));
    refused(RefusalCode.NOT_OFFERED, () -> house.send(at(null, there)));
    ada.works(from("10:00", "11:00"), elsewhere);
    assertThat(house.<AppointmentOutcome>send(at(null, there)).locationId()).isEqualTo(elsewhere);
  }

  @Test
  void aRoomThatIsNotWhereTheTypeUsuallyIsDoesNotExistThere() {
    RoomId there = ada.addRoom(ada.addPlace(), 1, false);
    AppointmentTypeId here = ada.offers(visit().usuallyAt(ada.place));
    refused(
        RefusalCode.UNKNOWN_REFERENCE,
        () ->
            house.send(
                ada.booking(
                    Given.id(AppointmentId::new), here, grace, "10:00", null, there, null)));
  }

  @Test
  void aVisitByPhoneNeedsANumber() {
    AppointmentTypeId call = ada.offers(visit().by(ConsultationMode.PHONE));
    PatientId unreachable = house.patient(null);
    refused(RefusalCode.CONTACT_MISSING, () -> house.send(ada.booking(call, unreachable, "10:00")));
    assertThat(house.<Object>send(ada.booking(call, grace, "10:00"))).isNotNull();
    ada.book(unreachable, "11:00");
  }

  @Test
  void theSameBookingSentAgainIsOne() {
    BookAppointment booking = ada.booking(ada.visit, grace, "10:00");
    AppointmentOutcome first = house.send(booking);
    int stored = house.store.appended();
    assertThat(house.<AppointmentOutcome>send(booking)).isEqualTo(first);
    assertThat(house.store.appended()).isEqualTo(stored);
  }

  @Test
  void theFirstAnswerIsRepeatedEvenAfterTheVisitWasCalledOff() {
    BookAppointment booking = ada.booking(ada.visit, grace, "10:00");
    AppointmentOutcome first = house.send(booking);
    house.cancel(first);
    assertThat(house.<AppointmentOutcome>send(booking)).isEqualTo(first);
    ada.book(tom, "10:00");
  }

  @Test
  void anotherBookingUnderTheSameIdIsRefused() {
    AppointmentId id = Given.id(AppointmentId::new);
    house.send(ada.booking(id, ada.visit, grace, "10:00", null, null, null));
    refused(
        RefusalCode.ID_ALREADY_USED,
        () -> house.send(ada.booking(id, ada.visit, grace, "11:00", null, null, null)));
    refused(
        RefusalCode.ID_ALREADY_USED,
        () -> house.send(ada.booking(id, ada.visit, tom, "10:00", null, null, null)));
  }

  static Stream<UnaryOperator<BookAppointment>> otherContents() {
    return Stream.of(
        b -> with(b, b.locationId(), "It hurts", b.patientTimezone(), b.source()),
        b -> with(b, b.locationId(), null, b.patientTimezone(), b.source()),
        b -> with(b, b.locationId(), b.reason(), ZoneId.of("Asia/Kathmandu"), b.source()),
        b -> with(b, b.locationId(), b.reason(), b.patientTimezone(), BookingSource.DOCTOR),
        b -> with(b, Given.id(LocationId::new), b.reason(), b.patientTimezone(), b.source()));
  }

  private static BookAppointment with(
      BookAppointment b, LocationId place, String reason, ZoneId zone, BookingSource source) {
    return new BookAppointment(
        b.doctorId(),
        b.appointmentId(),
        b.appointmentTypeId(),
        b.patientId(),
        b.startsAt(),
        place,
        b.roomId(),
        b.holdId(),
        reason,
        zone,
        source,
        b.override());
  }

  @ParameterizedTest
  @MethodSource("otherContents")
  void whatDiffersInAnythingIsNoRepeat(UnaryOperator<BookAppointment> changed) {
    BookAppointment booking = ada.booking(ada.visit, grace, "10:00");
    AppointmentOutcome first = house.send(booking);
    refused(RefusalCode.ID_ALREADY_USED, () -> house.send(changed.apply(booking)));
    BookAppointment saidWithBlanks =
        with(booking, ada.place, " It itches ", ZoneId.of("UTC"), booking.source());
    assertThat(house.<AppointmentOutcome>send(saidWithBlanks)).isEqualTo(first);
  }

  @Test
  void theKeyIsStoredWithTheEvent() {
    BookAppointment booking = ada.booking(ada.visit, grace, "10:00");
    house.send(booking, BookingFixture.ADMIN, "key-1", "book");
    assertThat(house.store.lastMetaData(booking.appointmentId()))
        .containsEntry(CommandMetaData.IDEMPOTENCY_KEY, "key-1")
        .containsEntry(CommandMetaData.REQUEST, "book");
  }

  private BookAppointment at(LocationId location, RoomId room) {
    return ada.booking(
        Given.id(AppointmentId::new), ada.visit, grace, "10:00", location, room, null);
  }
}
