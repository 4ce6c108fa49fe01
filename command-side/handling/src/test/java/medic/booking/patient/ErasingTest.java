package medic.booking.patient;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.RefusalCode;
import medic.command.access.RecordLoginDeed;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ActionsOutcome.Action;
import medic.command.appointment.AppointmentAction;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.ListActions;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.OverbookMove;
import medic.command.appointment.ReopenAppointment;
import medic.command.appointment.RescheduleAppointment;
import medic.command.appointment.SetJoinLink;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.command.hold.PlaceHold;
import medic.command.patient.ErasePatient;
import medic.command.patient.LiftLegalHold;
import medic.command.patient.PlaceLegalHold;
import medic.command.patient.RecordKeyDestroyed;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.consent.ConsentSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.InvitationId;
import medic.events.id.PatientId;
import medic.events.login.LoginDeed;
import medic.events.notification.NotificationChannel;
import medic.events.patient.ErasureGround;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientKeyDestroyed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasingTest {

  private static final String REASON = "She fell ill";

  /** From the clock at 6 to within the hours of the day after. */
  private static final Duration LATER = Duration.ofHours(28);

  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();

  @AfterEach
  void close() {
    house.close();
  }

  private void erase() {
    house.send(new ErasePatient(grace, ErasureGround.PATIENT_REQUEST));
  }

  private AppointmentOutcome booked() {
    return house.send(ada.booking(ada.offers(visit()), grace, "10:00"));
  }

  /** A visit whose time is over, of which nobody has said how it went. */
  private AppointmentOutcome over(AppointmentTypeId type) {
    AppointmentOutcome visit =
        house.send(ada.booking(type, grace, house.clock.instant().plus(LATER).toString()));
    house.pass(Duration.ofDays(2));
    return visit;
  }

  private RescheduleAppointment moved(AppointmentId visit, String reason) {
    return new RescheduleAppointment(
        visit, house.clock.instant().plus(LATER), null, null, null, reason, Set.of());
  }

  @Test
  void erasesWhoWasNeverSeen() {
    erase();
    assertThat(house.eventsOf(grace)).last().isInstanceOf(PatientErased.class);
  }

  @Test
  void erasesOnce() {
    erase();
    int events = house.eventsOf(grace).size();
    erase();
    assertThat(house.eventsOf(grace)).hasSize(events);
  }

  @Test
  void refusesWhileAVisitIsToCome() {
    booked();
    refused(RefusalCode.VISITS_TO_COME, this::erase);
  }

  @Test
  void erasesOnceTheVisitIsCancelledOrOver() {
    house.cancel(booked());
    erase();
    assertThat(house.eventsOf(grace)).last().isInstanceOf(PatientErased.class);
  }

  @Test
  void refusesUnderALegalHold() {
    house.send(new PlaceLegalHold(grace));
    refused(RefusalCode.LEGAL_HOLD, this::erase);
    house.send(new LiftLegalHold(grace));
    erase();
  }

  @Test
  void aHoldThatArrivesAgainAfterItWasLiftedIsNotPlaced() {
    house.send(new PlaceLegalHold(grace), BookingFixture.ADMIN, "key", "hold");
    house.send(new LiftLegalHold(grace));
    int events = house.eventsOf(grace).size();

    house.send(new PlaceLegalHold(grace), BookingFixture.ADMIN, "key", "hold");

    assertThat(house.eventsOf(grace)).hasSize(events);
  }

  @Test
  void keepsForAsLongAsItMust() {
    System.setProperty("MEDIC_RETENTION", "P30D");
    try (BookingFixture strict = new BookingFixture()) {
      PatientId tom = strict.patient();
      Doctor doctor = strict.doctor().worksEveryDay();
      strict.send(doctor.booking(doctor.offers(visit()), tom, "10:00"));
      ErasePatient erasure = new ErasePatient(tom, ErasureGround.RETENTION_OVER);
      strict.pass(Duration.ofDays(29));
      refused(RefusalCode.RETENTION_PERIOD, () -> strict.send(erasure));
      strict.pass(Duration.ofDays(3));
      strict.send(erasure);
    } finally {
      System.clearProperty("MEDIC_RETENTION");
    }
  }

  @Test
  void booksNothingForTheErased() {
    erase();
    refused(RefusalCode.PATIENT_ERASED, this::booked);
  }

  /** Whether or not the key is destroyed already: here it never is. */
  @Test
  void keepsNoWordAndNoTimeOfTheErased() {
    AppointmentOutcome over = over(ada.offers(visit()));
    AppointmentId visit = over.appointmentId();
    AppointmentId missed = over(ada.offers(visit())).appointmentId();
    house.send(new MarkNoShow(missed, null));
    AppointmentId remote = over(ada.offers(visit().by(ConsultationMode.VIDEO))).appointmentId();
    erase();
    int events = house.store.appended();

    refusedToKeep(new CompleteAppointment(visit, REASON));
    refusedToKeep(new MarkNoShow(visit, REASON));
    refusedToKeep(new CancelAppointment(visit, REASON));
    refusedToKeep(new ReopenAppointment(missed, REASON));
    refusedToKeep(moved(visit, null));
    refusedToKeep(OverbookMove.of(moved(visit, REASON)));
    refusedToKeep(new SetJoinLink(remote, "https://meet.example/one"));
    refusedToKeep(new GiveConsent(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT));
    refused(RefusalCode.PATIENT_ERASED, () -> house.send(holding(), BookingFixture.as(grace)));
    assertThat(house.store.appended()).isEqualTo(events);
  }

  private void refusedToKeep(Object command) {
    refused(RefusalCode.PATIENT_ERASED, () -> house.send(command));
  }

  private PlaceHold holding() {
    return ada.holding(house.clock.instant().plus(LATER).toString());
  }

  /** What they are to be told would be kept. */
  @Test
  void keepsNoWordOfARequestThatNobodyAnswered() {
    AppointmentTypeId asked = ada.offers(visit().needingTheDoctorsWord());
    AppointmentId visit = over(asked).appointmentId();
    erase();
    refusedToKeep(new DeclineAppointment(visit, REASON));
    AppointmentOutcome declined = house.send(new DeclineAppointment(visit, " "));
    assertThat(declined.status()).isEqualTo(AppointmentStatus.DECLINED);
  }

  @Test
  void endsVisitsOfTheErasedWithoutWords() {
    AppointmentId seen = over(ada.offers(visit())).appointmentId();
    AppointmentId missed = over(ada.offers(visit())).appointmentId();
    AppointmentId cancelled = over(ada.offers(visit())).appointmentId();
    erase();
    house.send(new CompleteAppointment(seen, null));
    house.send(new MarkNoShow(missed, null));
    house.send(new CancelAppointment(cancelled, ""));
    house.send(new WithdrawConsent(grace, NotificationChannel.SMS, ConsentSource.ACCOUNT));
  }

  /** Whoever asks whether somebody is erased, and invites them afterwards, comes too late. */
  @Test
  void invitesNobodyWhoWasErased() {
    for (LoginDeed deed : List.of(LoginDeed.INVITED, LoginDeed.LINK_SHOWN)) {
      house.send(invitation(deed));
    }
    erase();
    for (LoginDeed deed : List.of(LoginDeed.INVITED, LoginDeed.LINK_SHOWN)) {
      refused(RefusalCode.PATIENT_ERASED, () -> house.send(invitation(deed)));
    }
    house.send(
        new RecordLoginDeed(LoginDeed.DISABLED, null, ActorType.PATIENT, grace.value().toString()));
  }

  private RecordLoginDeed invitation(LoginDeed deed) {
    return new RecordLoginDeed(
        deed, Given.id(InvitationId::new), ActorType.PATIENT, grace.value().toString());
  }

  /** Another node's cached calendar knows of no erasure. */
  @Test
  void keepsNothingThatWasDecidedOnWhatAnotherNodeErased() {
    AppointmentId visit = over(ada.offers(visit())).appointmentId();
    try (BookingFixture other = house.join()) {
      other.send(new ListActions(visit));
      erase();
      refused(RefusalCode.PATIENT_ERASED, () -> other.send(new CompleteAppointment(visit, REASON)));
    }
  }

  /** Reopening takes a reason, and none can be kept for who is erased; a move takes a time. */
  @Test
  void offersNoStepThatKeepsSomethingOfTheErased() {
    AppointmentId missed = over(ada.offers(visit())).appointmentId();
    house.send(new MarkNoShow(missed, null));
    AppointmentId often = over(ada.offers(visit().movedAtMost(0))).appointmentId();
    assertThat(action(missed, AppointmentAction.REOPEN)).matches(Action::allowed);
    assertThat(action(often, AppointmentAction.RESCHEDULE))
        .matches(Action::reasonRequired)
        .returns(RefusalCode.RESCHEDULE_LIMIT_REACHED.name(), Action::code);
    erase();
    assertThat(action(missed, AppointmentAction.REOPEN))
        .matches(action -> !action.allowed())
        .returns(RefusalCode.PATIENT_ERASED.name(), Action::code);
    assertThat(action(often, AppointmentAction.RESCHEDULE))
        .matches(action -> !action.allowed())
        .returns(RefusalCode.PATIENT_ERASED.name(), Action::code)
        .returns("This patient was erased.", Action::detail);
    assertThat(action(often, AppointmentAction.COMPLETE)).matches(Action::allowed);
  }

  private Action action(AppointmentId visit, AppointmentAction wanted) {
    return house.<ActionsOutcome>send(new ListActions(visit)).actions().stream()
        .filter(action -> action.action() == wanted)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void putsTheReceiptOnRecordOnce() {
    erase();
    RecordKeyDestroyed record = new RecordKeyDestroyed(grace, house.clock.instant(), "receipt");
    house.send(record);
    house.send(record);
    assertThat(house.eventsOf(grace).stream().filter(PatientKeyDestroyed.class::isInstance))
        .hasSize(1);
  }

  @Test
  void recordsNoReceiptForWhoIsNotErased() {
    house.send(new RecordKeyDestroyed(grace, house.clock.instant(), "receipt"));
    assertThat(house.eventsOf(grace)).noneMatch(PatientKeyDestroyed.class::isInstance);
  }
}
