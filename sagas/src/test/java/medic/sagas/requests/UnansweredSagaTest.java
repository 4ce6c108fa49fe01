package medic.sagas.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import medic.command.RefusalCode;
import medic.command.RefusalDetails;
import medic.command.appointment.DeclineUnanswered;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnansweredSagaTest {

  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final Instant ASKED_AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final Duration WAIT = Duration.ofHours(72);
  private static final Instant STARTS = Instant.parse("2026-12-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-17T10:00:00Z");
  private static final AppointmentId VISIT = new AppointmentId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(1, 2));
  private static final PatientId PATIENT = new PatientId(new UUID(1, 3));
  private static final LocationId PLACE = new LocationId(new UUID(1, 4));
  private static final AppointmentTypeId TYPE = new AppointmentTypeId(new UUID(1, 5));
  private static final String STREAM = VISIT.toString();

  private final SagaTestFixture<UnansweredSaga> saga = new SagaTestFixture<>(UnansweredSaga.class);

  @BeforeEach
  void given() {
    saga.registerResource(new TimeToAnswer(WAIT));
    saga.registerResource(
        new Clock() {
          @Override
          public Instant instant() {
            return saga.currentTime();
          }

          @Override
          public ZoneId getZone() {
            return UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        });
  }

  private ContinuedGivenState given(Object... events) throws Exception {
    return saga.givenCurrentTime(ASKED_AT).andThenAggregate(STREAM).published(events);
  }

  @Test
  void waitsForAnAnswerAndDeclinesWhenNoneComes() throws Exception {
    given(asked(STARTS))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(1)
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 0));
  }

  @Test
  void declinesWhenTheVisitWouldBegin() throws Exception {
    Instant soon = ASKED_AT.plus(Duration.ofHours(3));
    given(asked(soon))
        .whenTimeAdvancesTo(soon)
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 0));
  }

  @Test
  void declinesLateWhenTheServerWasOff() throws Exception {
    given(asked(STARTS))
        .whenTimeElapses(WAIT.plus(Duration.ofDays(7)))
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 0));
  }

  @Test
  void followsNothingThatNeedsNoWord() {
    saga.givenCurrentTime(ASKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.CONFIRMED, STARTS))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void anAnswerEndsTheWait() throws Exception {
    given(asked(STARTS))
        .whenAggregate(STREAM)
        .publishes(new AppointmentConfirmed(VISIT, DOCTOR, PATIENT, null))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void soDoesADeclineOrACancel() throws Exception {
    given(asked(STARTS), new AppointmentDeclined(VISIT, DOCTOR, PATIENT, null, null))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
    given(asked(STARTS), new AppointmentCancelled(VISIT, DOCTOR, PATIENT, ActorType.PATIENT, null))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void aRequestThatMovesWaitsAnew() throws Exception {
    saga.givenCurrentTime(ASKED_AT)
        .andThenAggregate(STREAM)
        .published(asked(STARTS))
        .andThenTimeElapses(Duration.ofHours(71))
        .andThenAggregate(STREAM)
        .published(moved(AppointmentStatus.PENDING))
        .andThenTimeElapses(Duration.ofHours(71))
        .whenTimeElapses(Duration.ofHours(1))
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 1));
  }

  @Test
  void nothingIsDeclinedBeforeThat() throws Exception {
    saga.givenCurrentTime(ASKED_AT)
        .andThenAggregate(STREAM)
        .published(asked(STARTS))
        .andThenTimeElapses(Duration.ofHours(71))
        .andThenAggregate(STREAM)
        .published(moved(AppointmentStatus.PENDING))
        .whenTimeElapses(Duration.ofHours(71))
        .expectNoDispatchedCommands();
  }

  @Test
  void aMoveThatIsAskedForWaitsToo() throws Exception {
    given(asked(STARTS), new AppointmentConfirmed(VISIT, DOCTOR, PATIENT, null), askedToMove(LATER))
        .whenTimeElapses(WAIT)
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 2));
  }

  @Test
  void noLongerThanUntilTheEarlierOfItsTimes() throws Exception {
    Instant soon = ASKED_AT.plus(Duration.ofHours(5));
    given(booked(AppointmentStatus.CONFIRMED, STARTS), askedToMove(soon))
        .whenTimeAdvancesTo(soon)
        .expectDispatchedCommands(new DeclineUnanswered(VISIT, 1));
  }

  @Test
  void aMoveIsAnsweredByGoingThereOrStaying() throws Exception {
    given(
            booked(AppointmentStatus.CONFIRMED, STARTS),
            askedToMove(LATER),
            moved(AppointmentStatus.CONFIRMED))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
    given(
            booked(AppointmentStatus.CONFIRMED, STARTS),
            askedToMove(LATER),
            new AppointmentMoveDeclined(VISIT, DOCTOR, PATIENT, null, null))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
    given(
            booked(AppointmentStatus.CONFIRMED, STARTS),
            askedToMove(LATER),
            new AppointmentMoveWithdrawn(VISIT, DOCTOR, PATIENT, null))
        .whenTimeElapses(WAIT)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void anAnswerThatCameFirstIsNoFailure() throws Exception {
    saga.setCallbackBehavior(
        (command, metaData) -> {
          throw new CommandExecutionException(
              "no",
              null,
              new RefusalDetails(RefusalCode.INVALID_TRANSITION, "It was answered.", null));
        });
    given(asked(STARTS)).whenTimeElapses(WAIT).expectActiveSagas(1);
  }

  private static AppointmentBooked asked(Instant startsAt) {
    return booked(AppointmentStatus.PENDING, startsAt);
  }

  private static AppointmentBooked booked(AppointmentStatus status, Instant startsAt) {
    return new AppointmentBooked(
        VISIT,
        DOCTOR,
        PATIENT,
        TYPE,
        PLACE,
        null,
        startsAt,
        startsAt.plus(Duration.ofMinutes(30)),
        status,
        ConsultationMode.IN_PERSON,
        null,
        null,
        BookingSource.PATIENT_PORTAL,
        UTC,
        UTC,
        null,
        null,
        null);
  }

  private static AppointmentRescheduled moved(AppointmentStatus status) {
    return new AppointmentRescheduled(
        VISIT,
        DOCTOR,
        PATIENT,
        PLACE,
        null,
        LATER,
        LATER.plus(Duration.ofMinutes(30)),
        STARTS,
        STARTS.plus(Duration.ofMinutes(30)),
        status,
        UTC,
        1,
        null,
        null,
        null);
  }

  private static AppointmentMoveRequested askedToMove(Instant startsAt) {
    return new AppointmentMoveRequested(
        VISIT,
        DOCTOR,
        PATIENT,
        TYPE,
        PLACE,
        null,
        startsAt,
        startsAt.plus(Duration.ofMinutes(30)),
        STARTS,
        UTC,
        null);
  }
}
