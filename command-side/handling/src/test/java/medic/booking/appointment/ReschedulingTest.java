package medic.booking.appointment;

import static medic.booking.fixture.Doctor.move;
import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.RescheduleAppointment;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReschedulingTest {
  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private AppointmentOutcome booked(Visit visit) {
    return house.send(ada.booking(ada.offers(visit), grace, "10:00"));
  }

  @Test
  void givesTheOldTimeBackAndTakesTheNew() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    AppointmentOutcome moved = house.send(move(visit, "11:00"), BookingFixture.as(grace));
    assertThat(moved.startsAt()).isEqualTo(Doctor.at("11:00"));
    assertThat(moved.rescheduleCount()).isEqualTo(1);
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOf(AppointmentRescheduled.class);
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "11:00"));
    ada.book(tom, "10:00");
  }

  @Test
  void movesIntoATimeThatOverlapsItsOwn() {
    AppointmentOutcome visit =
        house.send(ada.booking(ada.offers(visit().minutes(60)), grace, "10:00"));
    AppointmentOutcome moved = house.send(move(visit, "10:30"));
    assertThat(moved.startsAt()).isEqualTo(Doctor.at("10:30"));
    ada.book(tom, "10:00");
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "11:00"));
  }

  @Test
  void aMoveToItsOwnTimeUnderAKeyUndoesNoLaterMove() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    house.send(move(visit, "10:00"), BookingFixture.as(grace), "key", "10:00");
    house.send(move(visit, "11:00"), BookingFixture.as(grace));
    AppointmentOutcome again =
        house.send(move(visit, "10:00"), BookingFixture.as(grace), "key", "10:00");
    assertThat(again.startsAt()).isEqualTo(Doctor.at("11:00"));
    assertThat(again.rescheduleCount()).isEqualTo(1);
  }

  @Test
  void refusesATakenTimeAndKeepsTheOld() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    ada.book(tom, "11:00");
    refused(RefusalCode.SLOT_TAKEN, () -> house.send(move(visit, "11:00")));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
    refused(RefusalCode.NOT_OFFERED, () -> house.send(move(visit, "11:10")));
  }

  @Test
  void refusesATimeAtWhichThePatientIsElsewhere() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    house.doctor().worksEveryDay().book(grace, "11:00");
    refused(RefusalCode.PATIENT_BUSY, () -> house.send(move(visit, "11:00")));
  }

  @Test
  void changesTheRoomWithTheTime() {
    Doctor owner = house.doctor();
    Doctor bob = house.doctor();
    RoomId first = owner.addRoom(1);
    RoomId second = owner.addRoom(1);
    owner.share(first, bob);
    owner.share(second, bob);
    owner.worksEveryDay();
    bob.worksEveryDay();
    AppointmentOutcome visit =
        house.send(
            owner.booking(
                Given.id(AppointmentId::new), owner.visit, grace, "10:00", null, first, null));
    AppointmentOutcome moved =
        house.send(
            new RescheduleAppointment(
                visit.appointmentId(), Doctor.at("10:00"), null, second, null, null, Set.of()));
    assertThat(moved.roomId()).isEqualTo(second);
    house.send(
        bob.booking(Given.id(AppointmentId::new), bob.visit, tom, "10:00", null, first, null));
    refused(
        RefusalCode.ROOM_TAKEN,
        () ->
            house.send(
                new RescheduleAppointment(
                    visit.appointmentId(), Doctor.at("10:00"), null, first, null, null, Set.of())));
  }

  @Test
  void somePatientsMustAskThePractice() {
    AppointmentOutcome visit = booked(visit().movedByThePracticeOnly());
    refused(
        RefusalCode.RESCHEDULE_NOT_ALLOWED,
        () -> house.send(move(visit, "11:00"), BookingFixture.as(grace)));
    assertThat(house.<AppointmentOutcome>send(move(visit, "11:00"), ada.self())).isNotNull();
  }

  @Test
  void aVisitIsMovedSoOftenAndNoMore() {
    AppointmentOutcome visit = booked(visit().movedAtMost(2));
    house.send(move(visit, "11:00"), BookingFixture.as(grace));
    house.send(move(visit, "12:00"), BookingFixture.as(grace));
    refused(
        RefusalCode.RESCHEDULE_LIMIT_REACHED,
        () -> house.send(move(visit, "13:00"), BookingFixture.as(grace)));
    refused(RefusalCode.RESCHEDULE_LIMIT_REACHED, () -> house.send(move(visit, "13:00")));
  }

  @Test
  void patientsMoveInGoodTimeOrNotAtAll() {
    AppointmentOutcome visit = booked(visit().noticeMinutes(120));
    house.pass(Duration.ofHours(27));
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () -> house.send(move(visit, "17:00"), BookingFixture.as(grace)));
    refused(RefusalCode.TOO_SHORT_NOTICE, () -> house.send(move(visit, "10:30")));
    assertThat(house.<AppointmentOutcome>send(move(visit, "17:00"), ada.self())).isNotNull();
  }

  @Test
  void aPausedTypesVisitsStillMoveAndAWithdrawnTypesDoNot() {
    AppointmentTypeId type = ada.offers(visit());
    AppointmentOutcome visit = house.send(ada.booking(type, grace, "10:00"));
    house.send(
        new ReviseAppointmentType(ada.id, type, visit().slug("paused").inactive().details()));
    assertThat(house.<AppointmentOutcome>send(move(visit, "11:00"))).isNotNull();
    house.send(new WithdrawAppointmentType(ada.id, type));
    refused(RefusalCode.TYPE_INACTIVE, () -> house.send(move(visit, "12:00")));
  }

  @Test
  void theSameMoveUnderTheSameKeyIsOne() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    AppointmentOutcome first =
        house.send(move(visit, "11:00"), BookingFixture.ADMIN, "k", "move 11:00");
    ada.book(tom, "10:00");
    AppointmentOutcome again =
        house.send(move(visit, "11:00"), BookingFixture.ADMIN, "k", "move 11:00");
    assertThat(again).isEqualTo(first);
    refused(
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        () -> house.send(move(visit, "12:00"), BookingFixture.ADMIN, "k", "move 12:00"));
  }

  @Test
  void nobodyMovesWhatIsOver() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    house.cancel(visit);
    refused(RefusalCode.INVALID_TRANSITION, () -> house.send(move(visit, "11:00")));
  }

  @Test
  void patientsMoveOnlyTheirOwn() {
    AppointmentOutcome visit = ada.book(grace, "10:00");
    refused(RefusalCode.NOT_FOUND, () -> house.send(move(visit, "11:00"), BookingFixture.as(tom)));
    refused(RefusalCode.NOT_FOUND, () -> house.send(move(visit, "11:00"), house.doctor().self()));
    refused(
        RefusalCode.NOT_FOUND,
        () ->
            house.send(
                new RescheduleAppointment(
                    Given.id(AppointmentId::new),
                    Doctor.at("11:00"),
                    null,
                    null,
                    null,
                    null,
                    Set.of())));
  }
}
