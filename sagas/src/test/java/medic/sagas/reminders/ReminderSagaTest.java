package medic.sagas.reminders;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.personal.Personal;
import medic.personal.Value;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.notices.Reminders;
import org.axonframework.test.saga.FixtureConfiguration;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderSagaTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant BOOKED_AT = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant STARTS = Instant.parse("2026-12-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-17T10:00:00Z");
  private static final AppointmentId VISIT = new AppointmentId(new UUID(1, 1));
  private static final DoctorId DOCTOR = new DoctorId(new UUID(1, 2));
  private static final PatientId PATIENT = new PatientId(new UUID(1, 3));
  private static final LocationId PLACE = new LocationId(new UUID(1, 4));
  private static final AppointmentTypeId TYPE = new AppointmentTypeId(new UUID(1, 5));
  private static final String STREAM = VISIT.toString();

  private final SagaTestFixture<ReminderSaga> saga = new SagaTestFixture<>(ReminderSaga.class);
  private final Contacts contacts = mock(Contacts.class);
  private final Reminders reminders = mock(Reminders.class);

  @BeforeEach
  void given() {
    when(contacts.patient(PATIENT)).thenReturn(Optional.of(new Value.Present<>(profile(Map.of()))));
    when(contacts.type(any())).thenReturn(Optional.of(type(Optional.empty())));
    saga.registerResource(new ReminderPlans(contacts));
    saga.registerResource(reminders);
    saga.registerResource(new FixtureClock(saga));
  }

  @Test
  void setsTwoDeadlinesWhenAVisitIsBooked() {
    saga.givenCurrentTime(BOOKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.CONFIRMED))
        .expectActiveSagas(1)
        .expectScheduledDeadline(STARTS.minus(Duration.ofHours(72)), new ReminderDue(0, "72h"))
        .expectScheduledDeadline(STARTS.minus(Duration.ofHours(24)), new ReminderDue(0, "24h"));
  }

  @Test
  void waitsForTheDoctorsWord() {
    saga.givenCurrentTime(BOOKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.PENDING))
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  @Test
  void setsThemOnceTheVisitIsConfirmed() throws Exception {
    givenBooked(AppointmentStatus.PENDING)
        .whenAggregate(STREAM)
        .publishes(new AppointmentConfirmed(VISIT, DOCTOR, PATIENT, null))
        .expectScheduledDeadline(STARTS.minus(Duration.ofHours(72)), new ReminderDue(1, "72h"));
  }

  @Test
  void movesThemWithTheVisit() throws Exception {
    givenBooked(AppointmentStatus.CONFIRMED)
        .whenAggregate(STREAM)
        .publishes(moved())
        .expectNoScheduledDeadline(STARTS.minus(Duration.ofHours(72)), new ReminderDue(0, "72h"))
        .expectScheduledDeadline(LATER.minus(Duration.ofHours(72)), new ReminderDue(1, "72h"))
        .expectScheduledDeadline(LATER.minus(Duration.ofHours(24)), new ReminderDue(1, "24h"));
  }

  @Test
  void remindsOfTheTimeThatHoldsWhileAMoveIsAskedFor() throws Exception {
    saga.givenCurrentTime(BOOKED_AT)
        .andThenAggregate(STREAM)
        .published(booked(AppointmentStatus.CONFIRMED))
        .andThenTimeAdvancesTo(STARTS.minus(Duration.ofHours(72)))
        .whenAggregate(STREAM)
        .publishes(
            new AppointmentMoveRequested(
                VISIT,
                DOCTOR,
                PATIENT,
                TYPE,
                PLACE,
                null,
                LATER,
                LATER.plus(Duration.ofMinutes(30)),
                STARTS,
                BERLIN,
                null))
        .expectScheduledDeadline(STARTS.minus(Duration.ofHours(24)), new ReminderDue(1, "24h"))
        .expectNoScheduledDeadline(LATER.minus(Duration.ofHours(24)), new ReminderDue(1, "24h"));
    verify(reminders).remindOf(VISIT, 0, "72h");
    verifyNoMoreInteractions(reminders);
  }

  @Test
  void takesThemBackWhenTheVisitIsCalledOff() throws Exception {
    givenBooked(AppointmentStatus.CONFIRMED)
        .whenAggregate(STREAM)
        .publishes(new AppointmentCancelled(VISIT, DOCTOR, PATIENT, ActorType.PATIENT, null))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void takesThemBackWhenTheVisitIsDeclinedOrOver() throws Exception {
    givenBooked(AppointmentStatus.CONFIRMED)
        .whenAggregate(STREAM)
        .publishes(new AppointmentCompleted(VISIT, DOCTOR, PATIENT, null))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void endsWhenTheVisitIsDeclined() throws Exception {
    givenBooked(AppointmentStatus.PENDING)
        .whenAggregate(STREAM)
        .publishes(new AppointmentDeclined(VISIT, DOCTOR, PATIENT, null, null))
        .expectActiveSagas(0);
  }

  @Test
  void remindsWhenItIsTime() throws Exception {
    givenBooked(AppointmentStatus.CONFIRMED)
        .whenTimeAdvancesTo(STARTS.minus(Duration.ofHours(72)))
        .expectDeadlinesMet(new ReminderDue(0, "72h"));
    verify(reminders).remindOf(VISIT, 0, "72h");
    verifyNoMoreInteractions(reminders);
  }

  @Test
  void remindsOfNothingOnceTheVisitIsCalledOff() throws Exception {
    saga.givenCurrentTime(BOOKED_AT)
        .andThenAggregate(STREAM)
        .published(
            booked(AppointmentStatus.CONFIRMED),
            new AppointmentCancelled(VISIT, DOCTOR, PATIENT, ActorType.DOCTOR, null))
        .whenTimeAdvancesTo(STARTS)
        .expectActiveSagas(0);
    verifyNoInteractions(reminders);
  }

  @Test
  void followsThePatientsWishAndGivesNoReminderTwice() throws Exception {
    saga.givenCurrentTime(BOOKED_AT)
        .andThenAggregate(STREAM)
        .published(booked(AppointmentStatus.CONFIRMED))
        .andThenTimeAdvancesTo(STARTS.minus(Duration.ofHours(72)))
        .whenAggregate(PATIENT.toString())
        .publishes(
            new PatientProfileRevised(
                PATIENT,
                Personal.of(PATIENT.value(), profile(Map.of("reminderHours", List.of(72, 48))))))
        .expectScheduledDeadline(STARTS.minus(Duration.ofHours(48)), new ReminderDue(0, "48h"))
        .expectNoScheduledDeadline(STARTS.minus(Duration.ofHours(24)), new ReminderDue(0, "24h"));
    verify(reminders).remindOf(VISIT, 0, "72h");
    verifyNoMoreInteractions(reminders);
  }

  @Test
  void leavesThePatientAloneWhoWantsNoReminders() {
    when(contacts.patient(PATIENT))
        .thenReturn(Optional.of(new Value.Present<>(profile(Map.of("reminderHours", List.of())))));
    saga.givenCurrentTime(BOOKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.CONFIRMED))
        .expectNoScheduledDeadlines();
  }

  @Test
  void takesTheKindOfVisitsPlanWherePatientsSayNothing() {
    when(contacts.type(TYPE)).thenReturn(Optional.of(type(Optional.of(List.of(4)))));
    saga.givenCurrentTime(BOOKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.CONFIRMED))
        .expectScheduledDeadline(
            // four hours before is 07:00 in Berlin: quiet, so the evening before
            Instant.parse("2026-12-09T19:59:00Z"), new ReminderDue(0, "4h"));
  }

  @Test
  void remindsNobodyWhoWasErased() {
    when(contacts.patient(PATIENT)).thenReturn(Optional.of(new Value.Erased<>()));
    saga.givenCurrentTime(BOOKED_AT)
        .whenAggregate(STREAM)
        .publishes(booked(AppointmentStatus.CONFIRMED))
        .expectNoScheduledDeadlines();
  }

  private org.axonframework.test.saga.ContinuedGivenState givenBooked(AppointmentStatus status)
      throws Exception {
    return saga.givenCurrentTime(BOOKED_AT).andThenAggregate(STREAM).published(booked(status));
  }

  private static PatientProfile profile(Map<String, Object> wishes) {
    return new PatientProfile(
        "Grace Patient", "grace@example.org", null, null, BERLIN, wishes, null);
  }

  private static AppointmentBooked booked(AppointmentStatus status) {
    return new AppointmentBooked(
        VISIT,
        DOCTOR,
        PATIENT,
        TYPE,
        PLACE,
        null,
        STARTS,
        STARTS.plus(Duration.ofMinutes(30)),
        status,
        ConsultationMode.IN_PERSON,
        null,
        null,
        BookingSource.PATIENT_PORTAL,
        BERLIN,
        BERLIN,
        null,
        null,
        null);
  }

  private static AppointmentRescheduled moved() {
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
        AppointmentStatus.CONFIRMED,
        BERLIN,
        1,
        null,
        null,
        null);
  }

  /** The fixture's time, as a clock. */
  private static final class FixtureClock extends Clock {
    private final FixtureConfiguration fixture;

    FixtureClock(FixtureConfiguration fixture) {
      this.fixture = fixture;
    }

    @Override
    public Instant instant() {
      return fixture.currentTime();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Contacts.VisitType type(Optional<List<Integer>> hours) {
    return new Contacts.VisitType(
        "Visit", hours, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
