package medic.booking.appointment;

import static medic.booking.fixture.Doctor.move;
import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.OverbookAppointment;
import medic.command.appointment.RescheduleAppointment;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.ExternalBusyTimeDetails;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.BookingSource;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ExceptionStatus;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldOutcome;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ConnectionId;
import medic.events.id.ExceptionId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hold promises: to whom, and against which changes. It is Monday, 6 o'clock. */
class HoldPromiseTest {

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private HoldPlacedOutcome hold(AppointmentTypeId type, String time) {
    return house.send(holding(type, time), BookingFixture.as(grace));
  }

  private PlaceHold holding(AppointmentTypeId type, String time) {
    return new PlaceHold(ada.id, Given.id(HoldId::new), type, null, Doctor.at(time));
  }

  private AppointmentOutcome book(AppointmentTypeId type, String time, HoldId hold) {
    BookAppointment booking =
        ada.booking(Given.id(AppointmentId::new), type, grace, time, null, null, hold);
    return house.send(booking, BookingFixture.as(grace));
  }

  private void revise(AppointmentTypeId type, Visit to) {
    house.send(new ReviseAppointmentType(ada.id, type, to.slug("held").details()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 240})
  void noticeRunsOutWhileASlotIsHeld(int noticeMinutes) {
    AppointmentTypeId type = ada.offers(visit().noticeMinutes(noticeMinutes));
    Duration untilTen = Duration.ofHours(28);
    house.pass(untilTen.minusMinutes(noticeMinutes).minusSeconds(3));
    HoldId held = hold(type, "10:00").holdId();
    house.pass(Duration.ofSeconds(6));
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(ada.booking(type, tom, "09:30"), BookingFixture.as(tom)));
    assertThat(book(type, "10:00", held).startsAt()).isEqualTo(Doctor.at("10:00"));
  }

  @Test
  void whatBecomesOfTheTypeMeanwhileIsNoMatter() {
    AppointmentTypeId type = ada.offers(visit().minutes(30));
    HoldId held = hold(type, "10:00").holdId();
    revise(type, visit().minutes(60).noticeMinutes(60 * 99).daysAhead(0).inactive());
    refused(RefusalCode.TYPE_INACTIVE, () -> book(type, "11:00", null));
    AppointmentOutcome booked = book(type, "10:00", held);
    assertThat(booked.endsAt()).isEqualTo(Doctor.at("10:30"));
    assertThat(booked.priceCents()).isEqualTo(4500);
    ada.book(tom, "10:30");
  }

  @Test
  void aTypeThatWasWithdrawnMeanwhileIsBookedAllTheSame() {
    AppointmentTypeId type = ada.offers(visit());
    HoldId held = hold(type, "10:00").holdId();
    house.send(new WithdrawAppointmentType(ada.id, type));
    refused(RefusalCode.TYPE_INACTIVE, () -> book(type, "11:00", null));
    assertThat(book(type, "10:00", held)).isNotNull();
  }

  @Test
  void anotherTimeThanTheHeldOneIsPromisedNothing() {
    AppointmentTypeId type = ada.offers(visit());
    HoldId held = hold(type, "10:00").holdId();
    revise(type, visit().inactive());
    refused(RefusalCode.TYPE_INACTIVE, () -> book(type, "11:00", held));
  }

  @Test
  void aDoctorWhoIsAwayByNowIsAway() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    block("10:15", "12:00");
    refused(RefusalCode.NOT_OFFERED, () -> book(ada.visit, "10:00", held));
    HoldId other = ada.hold(grace, "13:00").holdId();
    busy("12:45", "13:05");
    refused(RefusalCode.SLOT_TAKEN, () -> book(ada.visit, "13:00", other));
  }

  private void block(String from, String to) {
    ExceptionDetails details =
        new ExceptionDetails(
            null, Doctor.at(from), Doctor.at(to), ExceptionStatus.BLOCKED, null, null, null);
    house.send(new AddAvailabilityException(ada.id, Given.id(ExceptionId::new), details));
  }

  private void busy(String from, String to) {
    house.send(
        new ReportExternalBusyTimes(
            ada.id,
            Given.id(ConnectionId::new),
            "google",
            List.of(
                new ExternalBusyTimeDetails("e", Doctor.at(from), Doctor.at(to), BusyStatus.BUSY)),
            List.of(),
            true,
            house.clock.instant()));
  }

  @Test
  void whoIsOverbookedMeanwhileKeepsWhatTheyPromised() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    BookAppointment beside = ada.booking(ada.visit, tom, "10:00");
    house.send(OverbookAppointment.of(beside), ada.self());
    assertThat(book(ada.visit, "10:00", held)).isNotNull();
  }

  @Test
  void whoHoldsASlotBooksItWithoutNamingTheHold() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
    book(ada.visit, "10:00", null);
    assertThat(house.eventsOf(held))
        .last()
        .isEqualTo(new HoldEnded(held, ada.id, HoldOutcome.BOOKED));
  }

  @Test
  void whoHoldsASlotIsGivenTheSameHoldAgain() {
    HoldPlacedOutcome first = hold(ada.visit, "10:00");
    house.pass(Duration.ofMinutes(4));
    int stored = house.store.appended();
    assertThat(hold(ada.visit, "10:00")).isEqualTo(first);
    assertThat(house.store.appended()).isEqualTo(stored);
    refused(RefusalCode.SLOT_TAKEN, () -> ada.hold(tom, "10:00"));
  }

  @Test
  void whoHoldsAnotherTimeThatOverlapsGivesTheFirstUp() {
    AppointmentTypeId hour = ada.offers(visit().minutes(60));
    HoldId first = hold(ada.visit, "10:30").holdId();
    hold(hour, "10:00");
    assertThat(house.eventsOf(first))
        .last()
        .isEqualTo(new HoldEnded(first, ada.id, HoldOutcome.RELEASED));
    HoldId second = hold(ada.visit, "11:00").holdId();
    book(hour, "10:30", null);
    assertThat(house.eventsOf(second))
        .last()
        .isEqualTo(new HoldEnded(second, ada.id, HoldOutcome.BOOKED));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "11:00"));
    ada.book(tom, "10:00");
  }

  @Test
  void aHeldRoomIsTheHoldersToo() {
    RoomId room = ada.addRoom(1);
    AppointmentTypeId type = ada.offers(visit().usuallyAt(ada.place).usuallyIn(room));
    AppointmentTypeId hour = ada.offers(visit().minutes(60).usuallyAt(ada.place).usuallyIn(room));
    hold(type, "10:30");
    assertThat(book(hour, "10:00", null).roomId()).isEqualTo(room);
    Doctor bob = house.doctor();
    ada.share(room, bob);
    bob.worksEveryDay(room);
    refused(RefusalCode.ROOM_TAKEN, () -> bob.book(tom, "10:30"));
    bob.book(tom, "11:00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVisitMovesToAHeldTimeByNameOrNot(boolean named) {
    AppointmentTypeId type = ada.offers(visit());
    AppointmentOutcome visit = house.send(ada.booking(type, grace, "2026-03-05T10:00:00Z"));
    HoldId held = hold(type, "10:00").holdId();
    revise(type, visit().noticeMinutes(60 * 48)); // Thursday may be left, Tuesday not be chosen
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(move(visit, "11:00"), BookingFixture.as(grace)));
    RescheduleAppointment move =
        new RescheduleAppointment(
            visit.appointmentId(),
            Doctor.at("10:00"),
            null,
            null,
            named ? held : null,
            null,
            Set.of());
    house.send(move, BookingFixture.as(grace));
    assertThat(house.eventsOf(held))
        .last()
        .isEqualTo(new HoldEnded(held, ada.id, HoldOutcome.BOOKED));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
  }

  @Test
  void anExpiredHoldMovesNothing() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    HoldId held = ada.hold(grace, "14:00").holdId();
    house.pass(Duration.ofMinutes(11));
    RescheduleAppointment move =
        new RescheduleAppointment(
            visit.appointmentId(), Doctor.at("14:00"), null, null, held, null, Set.of());
    refused(RefusalCode.HOLD_EXPIRED, () -> house.send(move, BookingFixture.as(grace)));
    assertThat(house.<AppointmentOutcome>send(move(visit, "14:00"), BookingFixture.as(grace)))
        .isNotNull();
  }

  @Test
  void theSameIdForAnotherPlaceIsNoRepeat() {
    LocationId other = ada.addPlace();
    ada.works(
        medic.booking.given.Hours.from("08:00", "18:00").on(java.time.DayOfWeek.TUESDAY), other);
    HoldId id = Given.id(HoldId::new);
    PlaceHold here = new PlaceHold(ada.id, id, ada.visit, ada.place, Doctor.at("10:00"));
    PlaceHold there = new PlaceHold(ada.id, id, ada.visit, other, Doctor.at("10:00"));
    HoldPlacedOutcome first = house.send(here, BookingFixture.as(grace));
    refused(RefusalCode.ID_ALREADY_USED, () -> house.send(there, BookingFixture.as(grace)));
    assertThat(house.<HoldPlacedOutcome>send(here, BookingFixture.as(grace))).isEqualTo(first);
  }

  @Test
  void aMoveToWhereAVisitIsChangesNothing() {
    AppointmentTypeId type = ada.offers(visit().movedAtMost(1).needingTheDoctorsWord());
    AppointmentOutcome visit = house.send(ada.booking(type, grace, "10:00"));
    int stored = house.store.appended();
    for (int i = 0; i < 3; i++) {
      assertThat(house.<AppointmentOutcome>send(move(visit, "10:00"), BookingFixture.as(grace)))
          .isEqualTo(visit);
    }
    assertThat(house.store.appended()).isEqualTo(stored);
    house.send(move(visit, "11:00"), BookingFixture.as(grace));
    AppointmentOutcome still = house.send(move(visit, "11:00"), BookingFixture.as(grace));
    assertThat(still.rescheduleCount()).isEqualTo(1);
    assertThat(house.eventsOf(visit.appointmentId()))
        .filteredOn(AppointmentRescheduled.class::isInstance)
        .hasSize(1);
    house.cancel(still);
    refused(RefusalCode.INVALID_TRANSITION, () -> house.send(move(visit, "11:00")));
  }

  @Test
  void theSourceOfABookingIsNoneOfTheHolds() {
    HoldId held = house.<HoldPlacedOutcome>send(ada.holding("10:00"), ada.self()).holdId();
    refused(RefusalCode.HOLD_EXPIRED, () -> book(ada.visit, "10:00", held)); // the doctor's own
    BookAppointment byDoctor = ada.bookingWith(held, grace, "10:00");
    assertThat(byDoctor.source()).isEqualTo(BookingSource.API);
    assertThat(house.<AppointmentOutcome>send(byDoctor, ada.self())).isNotNull();
  }
}
