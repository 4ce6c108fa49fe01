package medic.booking.appointment;

import static medic.booking.fixture.Doctor.at;
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
import medic.command.Actor;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.DeclineUnanswered;
import medic.command.appointment.RescheduleAppointment;
import medic.command.appointment.WithdrawMove;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.command.patient.ErasePatient;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.DeclineCause;
import medic.events.doctor.ExceptionStatus;
import medic.events.hold.HoldEnded;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ExceptionId;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A confirmed visit whose patient wants another time stays where it is until that is agreed to. */
class RequestedMoveTest {
  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor();
  private final RoomId room = ada.addRoom(1);
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  RequestedMoveTest() {
    ada.worksEveryDay(room);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private AppointmentOutcome confirmed(Visit kind) {
    AppointmentTypeId type = ada.offers(kind.needingTheDoctorsWord());
    AppointmentOutcome asked =
        house.send(ada.booking(type, grace, "10:00"), BookingFixture.as(grace));
    return confirm(asked);
  }

  private AppointmentOutcome confirmed() {
    return confirmed(visit());
  }

  private AppointmentOutcome confirm(AppointmentOutcome visit) {
    return house.send(new ConfirmAppointment(visit.appointmentId(), null), ada.self());
  }

  private AppointmentOutcome decline(AppointmentOutcome visit) {
    return house.send(new DeclineAppointment(visit.appointmentId(), "No"), ada.self());
  }

  private AppointmentOutcome withdraw(AppointmentOutcome visit) {
    return house.send(new WithdrawMove(visit.appointmentId(), null), BookingFixture.as(grace));
  }

  private AppointmentOutcome ask(AppointmentOutcome visit, String time) {
    return house.send(move(visit, time), BookingFixture.as(grace));
  }

  private AppointmentOutcome nobodyAnswers(AppointmentOutcome visit) {
    long last = house.eventsOf(visit.appointmentId()).size() - 1;
    return house.send(new DeclineUnanswered(visit.appointmentId(), last), Actor.SYSTEM);
  }

  private void taken(String... times) {
    for (String time : times) {
      refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, time));
      Doctor elsewhere = house.doctor().worksEveryDay();
      refused(RefusalCode.PATIENT_BUSY, () -> elsewhere.book(grace, time));
      Doctor sharing = house.doctor();
      ada.share(room, sharing);
      sharing.worksEveryDay(room);
      refused(RefusalCode.ROOM_TAKEN, () -> sharing.book(house.patient(), time));
    }
  }

  private void free(String... times) {
    for (String time : times) {
      house.cancel(ada.book(grace, time));
    }
  }

  @Test
  void keepsTheOldTimeAndTheNewOneUntilItIsAnswered() {
    AppointmentOutcome visit = confirmed();
    AppointmentOutcome asked = ask(visit, "12:00");
    assertThat(asked.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(asked.startsAt()).isEqualTo(at("10:00"));
    assertThat(asked.requestedMove().startsAt()).isEqualTo(at("12:00"));
    assertThat(asked.requestedMove().roomId()).isEqualTo(room);
    assertThat(asked.rescheduleCount()).isZero();
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOf(AppointmentMoveRequested.class);
    taken("10:00", "12:00");
  }

  @Test
  void goesThereOnceTheDoctorAgrees() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome moved = confirm(visit);
    assertThat(moved.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(moved.startsAt()).isEqualTo(at("12:00"));
    assertThat(moved.requestedMove()).isNull();
    assertThat(moved.rescheduleCount()).isEqualTo(1);
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOfSatisfying(
            AppointmentRescheduled.class,
            event -> assertThat(event.previousStartsAt()).isEqualTo(at("10:00")));
    taken("12:00");
    free("10:00");
    refused(RefusalCode.INVALID_TRANSITION, () -> confirm(visit));
  }

  @Test
  void staysWhereItIsWhenTheDoctorDoesNot() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome stays = decline(visit);
    assertThat(stays).isEqualTo(visit);
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOfSatisfying(
            AppointmentMoveDeclined.class, event -> assertThat(event.cause()).isNull());
    taken("10:00");
    free("12:00");
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(visit));
    refused(RefusalCode.INVALID_TRANSITION, () -> confirm(visit));
  }

  @Test
  void staysWhereItIsWhenNobodyAnswers() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome stays = nobodyAnswers(visit);
    assertThat(stays).isEqualTo(visit);
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOfSatisfying(
            AppointmentMoveDeclined.class,
            event -> assertThat(event.cause()).isEqualTo(DeclineCause.UNANSWERED));
    taken("10:00");
    free("12:00");
  }

  @Test
  void patientsTakeBackWhatTheyAskedForEvenInsideTheNotice() {
    AppointmentOutcome visit = confirmed(visit().noticeMinutes(120));
    ask(visit, "16:00");
    house.pass(Duration.ofHours(27));
    refused(RefusalCode.TOO_SHORT_NOTICE, () -> ask(visit, "17:00"));
    assertThat(withdraw(visit)).isEqualTo(visit);
    assertThat(house.eventsOf(visit.appointmentId()))
        .last()
        .isInstanceOf(AppointmentMoveWithdrawn.class);
    free("17:00", "16:00");
    refused(RefusalCode.INVALID_TRANSITION, () -> withdraw(visit));
  }

  @Test
  void nobodyElseTakesItBack() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    WithdrawMove command = new WithdrawMove(visit.appointmentId(), null);
    refused(RefusalCode.NOT_FOUND, () -> house.send(command, BookingFixture.as(tom)));
    refused(RefusalCode.NOT_FOUND, () -> house.send(command, house.doctor().self()));
    taken("12:00");
  }

  @Test
  void anotherTimeTakesThePlaceOfTheFirst() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome asked = ask(visit, "12:30");
    assertThat(asked.requestedMove().startsAt()).isEqualTo(at("12:30"));
    taken("10:00", "12:30");
    free("12:00");
    assertThat(confirm(visit).startsAt()).isEqualTo(at("12:30"));
  }

  @Test
  void askingTheSameAgainChangesNothing() {
    AppointmentOutcome visit = confirmed();
    AppointmentOutcome asked = ask(visit, "12:00");
    int events = house.eventsOf(visit.appointmentId()).size();
    assertThat(ask(visit, "12:00")).isEqualTo(asked);
    assertThat(ask(visit, "10:00")).isEqualTo(asked);
    assertThat(house.eventsOf(visit.appointmentId())).hasSize(events);
    taken("10:00", "12:00");
  }

  @Test
  void timesThatOverlapItsOwnCanBeAskedFor() {
    AppointmentOutcome visit = confirmed(visit().minutes(60));
    ask(visit, "10:30");
    ask(visit, "09:30");
    taken("09:30", "10:30");
    confirm(visit);
    taken("09:30", "10:00");
    free("10:30");
  }

  @Test
  void cancellingGivesBothTimesBack() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome cancelled =
        house.send(new CancelAppointment(visit.appointmentId(), null), BookingFixture.as(grace));
    assertThat(cancelled.requestedMove()).isNull();
    free("10:00", "12:00");
    refused(RefusalCode.INVALID_TRANSITION, () -> confirm(visit));
    refused(RefusalCode.INVALID_TRANSITION, () -> withdraw(visit));
  }

  @Test
  void thePracticesOwnMoveTakesThePlaceOfIt() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    AppointmentOutcome moved = house.send(move(visit, "15:00"), ada.self());
    assertThat(moved.startsAt()).isEqualTo(at("15:00"));
    assertThat(moved.requestedMove()).isNull();
    assertThat(moved.rescheduleCount()).isZero();
    taken("15:00");
    free("10:00", "12:00");
  }

  @Test
  void thePracticeMovesItToTheTimeThatIsAskedForAsToAnyOther() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    assertThat(house.<AppointmentOutcome>send(move(visit, "12:00"), ada.self()).startsAt())
        .isEqualTo(at("12:00"));
    taken("12:00");
    free("10:00");
  }

  @Test
  void endsWithTheVisit() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "16:00");
    house.pass(Duration.ofHours(28));
    AppointmentOutcome done =
        house.send(new CompleteAppointment(visit.appointmentId(), null), ada.self());
    assertThat(done.requestedMove()).isNull();
    free("16:00");
  }

  @Test
  void aTimeThatIsOverIsNotAgreedTo() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    house.pass(Duration.ofHours(30).plusMinutes(31));
    refused(RefusalCode.ALREADY_OVER, () -> confirm(visit));
    assertThat(nobodyAnswers(visit).startsAt()).isEqualTo(at("10:00"));
  }

  @Test
  void whatIsPendingFromTheBeginningMovesAtOnce() {
    AppointmentTypeId type = ada.offers(visit().needingTheDoctorsWord());
    AppointmentOutcome visit =
        house.send(ada.booking(type, grace, "10:00"), BookingFixture.as(grace));
    AppointmentOutcome moved = ask(visit, "12:00");
    assertThat(moved.status()).isEqualTo(AppointmentStatus.PENDING);
    assertThat(moved.startsAt()).isEqualTo(at("12:00"));
    assertThat(moved.requestedMove()).isNull();
    free("10:00");
  }

  @Test
  void theDoctorsOwnMoveNeedsNoWord() {
    AppointmentOutcome visit = confirmed();
    AppointmentOutcome moved = house.send(move(visit, "11:00"), ada.self());
    assertThat(moved.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(moved.startsAt()).isEqualTo(at("11:00"));
  }

  @Test
  void countsAsAMoveOnceItIsAgreedTo() {
    AppointmentOutcome visit = confirmed(visit().movedAtMost(1));
    ask(visit, "12:00");
    decline(visit);
    ask(visit, "13:00");
    withdraw(visit);
    ask(visit, "14:00");
    confirm(visit);
    refused(RefusalCode.RESCHEDULE_LIMIT_REACHED, () -> ask(visit, "15:00"));
  }

  @Test
  void usesUpTheHoldThatKeepsTheNewTime() {
    AppointmentTypeId type = ada.offers(visit().needingTheDoctorsWord());
    AppointmentOutcome visit =
        confirm(house.send(ada.booking(type, grace, "10:00"), BookingFixture.as(grace)));
    HoldId id = Given.id(HoldId::new);
    HoldPlacedOutcome hold =
        house.send(new PlaceHold(ada.id, id, type, null, at("12:00")), BookingFixture.as(grace));
    house.send(
        new RescheduleAppointment(
            visit.appointmentId(), at("12:00"), null, null, hold.holdId(), null, Set.of()),
        BookingFixture.as(grace));
    assertThat(house.eventsOf(id)).last().isInstanceOf(HoldEnded.class);
    house.pass(Duration.ofMinutes(11));
    taken("12:00");
  }

  @Test
  void isKeptAgainstABlockThatComesLater() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    house.send(
        new AddAvailabilityException(
            ada.id,
            Given.id(ExceptionId::new),
            new ExceptionDetails(
                null, at("11:00"), at("13:00"), ExceptionStatus.BLOCKED, null, null, "Away")));
    assertThat(confirm(visit).startsAt()).isEqualTo(at("12:00"));
  }

  @Test
  void isStillKnownWithSnapshotsAndOnAnotherNode() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    house.snapshot(medic.booking.schedule.DoctorSchedule.class, ada.id);
    try (BookingFixture other = house.join()) {
      refused(RefusalCode.SLOT_TAKEN, () -> other.send(ada.booking(ada.visit, tom, "12:00")));
      AppointmentOutcome moved =
          other.send(new ConfirmAppointment(visit.appointmentId(), null), ada.self());
      assertThat(moved.startsAt()).isEqualTo(at("12:00"));
    }
  }

  @Test
  void aPatientWithAMoveAskedForIsNotErased() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "16:00");
    house.pass(Duration.ofHours(29));
    refused(
        RefusalCode.VISITS_TO_COME,
        () ->
            house.send(
                new ErasePatient(grace, medic.events.patient.ErasureGround.values()[0]),
                BookingFixture.ADMIN));
    nobodyAnswers(visit);
  }

  @Test
  void oneAnswerCountsUnderOneKey() {
    AppointmentOutcome visit = confirmed();
    ask(visit, "12:00");
    ConfirmAppointment command = new ConfirmAppointment(visit.appointmentId(), null);
    AppointmentOutcome first = house.send(command, ada.self(), "k", "confirm");
    assertThat(house.<AppointmentOutcome>send(command, ada.self(), "k", "confirm"))
        .isEqualTo(first);
  }
}
