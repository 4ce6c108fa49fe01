package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.hold.ExpireHold;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.command.hold.ReleaseHold;
import medic.events.hold.HoldEnded;
import medic.events.hold.HoldOutcome;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aHeldSlotIsTakenForEverybodyElse() {
    HoldPlacedOutcome held = ada.hold(grace, "10:00");
    assertThat(held.expiresAt()).isEqualTo(BookingFixture.MONDAY.plus(KEPT));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.hold(tom, "10:00"));
  }

  @Test
  void whoHoldsASlotBooksIt() {
    HoldPlacedOutcome held = ada.hold(grace, "10:00");
    AppointmentOutcome booked =
        house.send(ada.bookingWith(held.holdId(), grace, "10:00"), BookingFixture.as(grace));
    assertThat(booked.startsAt()).isEqualTo(Doctor.at("10:00"));
    assertThat(house.eventsOf(held.holdId()))
        .last()
        .isEqualTo(new HoldEnded(held.holdId(), ada.id, HoldOutcome.BOOKED));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
  }

  @Test
  void aHoldIsUsedOnce() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    house.send(ada.bookingWith(held, grace, "10:00"), BookingFixture.as(grace));
    refused(
        RefusalCode.HOLD_EXPIRED,
        () -> house.send(ada.bookingWith(held, grace, "11:00"), BookingFixture.as(grace)));
  }

  @Test
  void aHoldMayBeGivenUpForAnotherTime() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    house.send(ada.bookingWith(held, grace, "11:00"), BookingFixture.as(grace));
    ada.book(tom, "10:00");
  }

  @Test
  void somebodyElsesHoldHelpsNobody() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    refused(
        RefusalCode.HOLD_EXPIRED,
        () -> house.send(ada.bookingWith(held, tom, "10:00"), BookingFixture.as(tom)));
    refused(RefusalCode.NOT_FOUND, () -> house.send(new ReleaseHold(held), BookingFixture.as(tom)));
  }

  @Test
  void anUnknownHoldIsOver() {
    refused(
        RefusalCode.HOLD_EXPIRED,
        () -> house.send(ada.bookingWith(Given.id(HoldId::new), grace, "10:00")));
  }

  @Test
  void aHoldIsOverWhenItsTimeIsWhetherOrNotAnybodyEndedIt() {
    HoldId held = ada.hold(grace, "10:00").holdId();
    house.pass(KEPT);
    refused(
        RefusalCode.HOLD_EXPIRED,
        () -> house.send(ada.bookingWith(held, grace, "10:00"), BookingFixture.as(grace)));
    ada.book(tom, "10:00");
  }

  @Test
  void expiringAHoldTwiceOrAfterItWasUsedChangesNothing() {
    HoldId used = ada.hold(grace, "10:00").holdId();
    house.send(ada.bookingWith(used, grace, "10:00"), BookingFixture.as(grace));
    HoldId expired = ada.hold(grace, "11:00").holdId();
    house.pass(KEPT);
    house.send(new ExpireHold(expired));
    int stored = house.store.appended();
    house.send(new ExpireHold(expired));
    house.send(new ExpireHold(used));
    assertThat(house.store.appended()).isEqualTo(stored);
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
  }

  @Test
  void aReleasedSlotIsFreeAndTheRoomWithIt() {
    RoomId room = ada.addRoom(1);
    Doctor bob = house.doctor();
    ada.share(room, bob);
    Doctor eve = house.doctor();
    ada.share(room, eve);
    bob.worksEveryDay(room);
    eve.worksEveryDay(room);
    HoldId held = bob.hold(grace, "10:00").holdId();
    refused(RefusalCode.ROOM_TAKEN, () -> eve.book(tom, "10:00"));
    house.send(new ReleaseHold(held), BookingFixture.as(grace));
    eve.book(tom, "10:00");
    refused(RefusalCode.ROOM_TAKEN, () -> bob.book(grace, "10:00"));
  }

  @Test
  void anExpiredHoldFreesTheRoomToo() {
    Doctor owner = house.doctor();
    Doctor bob = house.doctor();
    RoomId room = owner.addRoom(1);
    owner.share(room, bob);
    owner.worksEveryDay(room).hold(grace, "10:00");
    bob.worksEveryDay(room);
    house.pass(KEPT);
    bob.book(tom, "10:00");
  }

  @Test
  void nobodyHoldsMoreThanThreeSlotsOfADoctor() {
    HoldId first = ada.hold(grace, "10:00").holdId();
    ada.hold(grace, "10:30");
    ada.hold(grace, "11:00");
    refused(RefusalCode.TOO_MANY_HOLDS, () -> ada.hold(grace, "11:30"));
    ada.hold(tom, "11:30");
    house.send(new ReleaseHold(first), BookingFixture.as(grace));
    ada.hold(grace, "12:00");
    house.pass(KEPT);
    ada.hold(grace, "12:30");
  }

  @Test
  void theSameHoldAskedForTwiceIsOne() {
    PlaceHold holding = ada.holding("10:00");
    HoldPlacedOutcome first = house.send(holding, BookingFixture.as(grace));
    house.pass(Duration.ofMinutes(1));
    assertThat(house.<HoldPlacedOutcome>send(holding, BookingFixture.as(grace))).isEqualTo(first);
    refused(RefusalCode.ID_ALREADY_USED, () -> house.send(holding, BookingFixture.as(tom)));
  }

  @Test
  void anUnknownHoldCannotBeReleased() {
    refused(RefusalCode.NOT_FOUND, () -> house.send(new ReleaseHold(Given.id(HoldId::new))));
  }
}
