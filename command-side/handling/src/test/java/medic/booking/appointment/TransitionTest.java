package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static medic.events.appointment.AppointmentStatus.CANCELLED;
import static medic.events.appointment.AppointmentStatus.COMPLETED;
import static medic.events.appointment.AppointmentStatus.CONFIRMED;
import static medic.events.appointment.AppointmentStatus.DECLINED;
import static medic.events.appointment.AppointmentStatus.NO_SHOW;
import static medic.events.appointment.AppointmentStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.ReopenAppointment;
import medic.events.ActorType;
import medic.events.Remark;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentReopened;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.personal.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {
  /** By which command an appointment gets into a state. */
  private static final Map<AppointmentStatus, Function<AppointmentId, Object>> INTO =
      new EnumMap<>(
          Map.of(
              CONFIRMED, id -> new ConfirmAppointment(id, "said so"),
              DECLINED, id -> new DeclineAppointment(id, "said so"),
              CANCELLED, id -> new CancelAppointment(id, "said so"),
              COMPLETED, id -> new CompleteAppointment(id, "said so"),
              NO_SHOW, id -> new MarkNoShow(id, "said so")));

  private static final Map<AppointmentStatus, Set<AppointmentStatus>> ALLOWED =
      Map.of(
          PENDING, Set.of(CONFIRMED, DECLINED, CANCELLED),
          CONFIRMED, Set.of(CANCELLED, COMPLETED, NO_SHOW));

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final PatientId tom = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private AppointmentOutcome asked() {
    return house.send(ada.booking(ada.offers(visit().needingTheDoctorsWord()), grace, "10:00"));
  }

  private AppointmentOutcome in(AppointmentStatus status) {
    AppointmentOutcome pending = asked();
    if (status != PENDING) {
      if (status == COMPLETED || status == NO_SHOW) {
        turn(pending, CONFIRMED);
        begin();
      }
      turn(pending, status);
    }
    return pending;
  }

  /** The visit that was asked for begins. */
  private void begin() {
    house.pass(Duration.between(house.clock.instant(), Doctor.at("10:00")));
  }

  private AppointmentOutcome turn(AppointmentOutcome appointment, AppointmentStatus into) {
    return house.send(INTO.get(into).apply(appointment.appointmentId()));
  }

  static Stream<Arguments> steps() {
    return Stream.of(AppointmentStatus.values())
        .flatMap(from -> INTO.keySet().stream().map(into -> Arguments.of(from, into)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void allowsTheStepsOfTheStateMachineAndNoOthers(AppointmentStatus from, AppointmentStatus into) {
    AppointmentOutcome appointment = in(from);
    if (ALLOWED.getOrDefault(from, Set.of()).contains(into)) {
      begin();
      assertThat(turn(appointment, into).status()).isEqualTo(into);
    } else {
      int stored = house.store.appended();
      refused(RefusalCode.INVALID_TRANSITION, () -> turn(appointment, into));
      assertThat(house.store.appended()).isEqualTo(stored);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AppointmentStatus.class,
      names = {"PENDING", "CONFIRMED", "COMPLETED", "NO_SHOW"})
  void aVisitThatIsAskedForAgreedOrHeldTakesItsTime(AppointmentStatus status) {
    in(status);
    BookAppointment same = ada.booking(ada.visit, tom, "10:00");
    refused(RefusalCode.SLOT_TAKEN, () -> house.send(same, ada.self())); // who may be late for it
  }

  @ParameterizedTest
  @EnumSource(
      value = AppointmentStatus.class,
      names = {"DECLINED", "CANCELLED"})
  void aVisitThatDoesNotTakePlaceFreesDoctorRoomAndPatient(AppointmentStatus status) {
    Doctor owner = house.doctor();
    Doctor bob = house.doctor();
    RoomId room = owner.addRoom(1);
    owner.share(room, bob);
    owner.worksEveryDay(room);
    bob.worksEveryDay(room);
    AppointmentOutcome appointment =
        house.send(owner.booking(owner.offers(visit().needingTheDoctorsWord()), grace, "10:00"));
    refused(RefusalCode.ROOM_TAKEN, () -> bob.book(tom, "10:00"));
    turn(appointment, status);
    assertThat(bob.book(grace, "10:00").roomId()).isEqualTo(room);
    owner.worksEveryDay();
  }

  @Test
  void whoCalledItOffAndWhyIsKept() {
    AppointmentOutcome appointment = ada.book(grace, "10:00");
    house.send(
        new CancelAppointment(appointment.appointmentId(), "  I am well again "),
        BookingFixture.as(grace));
    AppointmentCancelled cancelled =
        (AppointmentCancelled) house.eventsOf(appointment.appointmentId()).get(1);
    assertThat(cancelled.cancelledBy()).isEqualTo(ActorType.PATIENT);
    assertThat(cancelled.reason().open())
        .isEqualTo(new Value.Present<>(new Remark("I am well again")));
    assertThat(house.store.lastMetaData(appointment.appointmentId()))
        .containsEntry("actorId", grace.value().toString());
  }

  @Test
  void patientsCallOffInGoodTimeAndThePracticeAlways() {
    AppointmentOutcome appointment =
        house.send(ada.booking(ada.offers(visit().noticeMinutes(60)), grace, "10:00"));
    CancelAppointment cancel = new CancelAppointment(appointment.appointmentId(), null);
    house.pass(Duration.ofHours(27).plusMinutes(1));
    refused(RefusalCode.TOO_SHORT_NOTICE, () -> house.send(cancel, BookingFixture.as(grace)));
    AppointmentOutcome cancelled = house.send(cancel, ada.self());
    assertThat(cancelled.status()).isEqualTo(CANCELLED);
  }

  @Test
  void patientsDoNotCallOffWhatHasBegun() {
    AppointmentOutcome appointment = ada.book(grace, "10:00");
    house.pass(Duration.ofHours(28));
    refused(
        RefusalCode.TOO_SHORT_NOTICE,
        () ->
            house.send(
                new CancelAppointment(appointment.appointmentId(), null),
                BookingFixture.as(grace)));
  }

  @Test
  void theSameStepUnderTheSameKeyIsOne() {
    AppointmentOutcome appointment = asked();
    ConfirmAppointment confirm = new ConfirmAppointment(appointment.appointmentId(), null);
    AppointmentOutcome first = house.send(confirm, BookingFixture.ADMIN, "k", "confirm");
    AppointmentOutcome again = house.send(confirm, BookingFixture.ADMIN, "k", "confirm");
    assertThat(again).isEqualTo(first);
    assertThat(house.eventsOf(appointment.appointmentId()))
        .filteredOn(AppointmentConfirmed.class::isInstance)
        .hasSize(1);
    refused(RefusalCode.INVALID_TRANSITION, () -> house.send(confirm));
  }

  @Test
  void aKeyStandsForOneRequest() {
    AppointmentOutcome appointment = asked();
    AppointmentId id = appointment.appointmentId();
    house.send(new ConfirmAppointment(id, null), BookingFixture.ADMIN, "k", "confirm");
    refused(
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        () -> house.send(new CancelAppointment(id, null), BookingFixture.ADMIN, "k", "cancel"));
    refused(
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        () -> house.send(new CompleteAppointment(id, null), BookingFixture.ADMIN, "k", "complete"));
  }

  @Test
  void anotherPersonsAppointmentIsNotThere() {
    AppointmentId id = asked().appointmentId();
    List<Object> steps = INTO.values().stream().map(step -> step.apply(id)).toList();
    for (Object step : steps) {
      refused(RefusalCode.NOT_FOUND, () -> house.send(step, BookingFixture.as(tom)));
      refused(RefusalCode.NOT_FOUND, () -> house.send(step, house.doctor().self()));
    }
    assertThat(house.eventsOf(id)).hasSize(1);
  }

  @Test
  void anUnknownAppointmentIsNotThere() {
    for (var step : INTO.values()) {
      refused(RefusalCode.NOT_FOUND, () -> house.send(step.apply(Given.id(AppointmentId::new))));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AppointmentStatus.class,
      names = {"COMPLETED", "NO_SHOW"})
  void nobodyKnowsHowAVisitWentThatIsYetToCome(AppointmentStatus outcome) {
    AppointmentOutcome appointment = ada.book(grace, "10:00");
    for (String early : List.of("2026-03-02T12:00:00Z", "09:00", "2026-03-03T09:59:59Z")) {
      house.pass(Duration.between(house.clock.instant(), Doctor.at(early)));
      refused(RefusalCode.NOT_BEGUN, () -> turn(appointment, outcome));
    }
    house.pass(Duration.ofSeconds(1));
    assertThat(turn(appointment, outcome).status()).isEqualTo(outcome);
  }

  @Test
  void whatIsOverIsNotAgreedToAnyMore() {
    AppointmentOutcome asked = asked();
    house.pass(Duration.between(house.clock.instant(), Doctor.at("10:30")));
    refused(RefusalCode.ALREADY_OVER, () -> turn(asked, CONFIRMED));
    assertThat(turn(asked, DECLINED).status()).isEqualTo(DECLINED);
  }

  @ParameterizedTest
  @EnumSource(AppointmentStatus.class)
  void thePracticeTakesBackWhatItSaidOfAVisitByMistake(AppointmentStatus status) {
    AppointmentOutcome appointment = in(status);
    ReopenAppointment reopen =
        new ReopenAppointment(appointment.appointmentId(), "She sat in the other room");
    if (status != COMPLETED && status != NO_SHOW) {
      refused(RefusalCode.INVALID_TRANSITION, () -> house.send(reopen, ada.self()));
      return;
    }
    assertThat(house.<AppointmentOutcome>send(reopen, ada.self()).status()).isEqualTo(CONFIRMED);
    assertThat(turn(appointment, status == COMPLETED ? NO_SHOW : COMPLETED).status())
        .isNotEqualTo(status);
    AppointmentReopened event =
        (AppointmentReopened) house.eventsOf(appointment.appointmentId()).get(3);
    assertThat(event.reason().open())
        .isEqualTo(new Value.Present<>(new Remark("She sat in the other room")));
  }

  @Test
  void aRequestIsWithdrawnAtAnyTimeAndAnAgreedVisitInGoodTime() {
    AppointmentTypeId type = ada.offers(visit().noticeMinutes(60).needingTheDoctorsWord());
    AppointmentOutcome asked = house.send(ada.booking(type, grace, "10:00"));
    AppointmentOutcome agreed = house.send(ada.booking(type, grace, "11:00"));
    turn(agreed, CONFIRMED);
    house.pass(Duration.between(house.clock.instant(), Doctor.at("10:15")));
    for (AppointmentOutcome visit : List.of(asked, agreed)) {
      CancelAppointment cancel = new CancelAppointment(visit.appointmentId(), null);
      if (visit == asked) {
        house.send(cancel, BookingFixture.as(grace));
      } else {
        refused(RefusalCode.TOO_SHORT_NOTICE, () -> house.send(cancel, BookingFixture.as(grace)));
      }
    }
  }
}
