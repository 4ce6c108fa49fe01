package medic.booking.patient;

import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.command.RefusalCode;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ActionsOutcome.Action;
import medic.command.appointment.AppointmentAction;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.ListActions;
import medic.command.appointment.MarkNoShow;
import medic.command.patient.ErasePatient;
import medic.command.patient.LiftLegalHold;
import medic.command.patient.PlaceLegalHold;
import medic.command.patient.RecordKeyDestroyed;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import medic.events.patient.PatientErased;
import medic.events.patient.PatientKeyDestroyed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasingTest {

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

  /** Reopening takes a reason, and none can be kept for who is erased. */
  @Test
  void offersNoStepThatNeedsAReasonForTheErased() {
    AppointmentId visit = booked().appointmentId();
    house.pass(Duration.ofDays(9));
    house.send(new MarkNoShow(visit, null));
    assertThat(reopening(visit)).matches(Action::allowed);
    erase();
    assertThat(reopening(visit))
        .matches(action -> !action.allowed())
        .returns(RefusalCode.PATIENT_ERASED.name(), Action::code);
  }

  private Action reopening(AppointmentId visit) {
    return house.<ActionsOutcome>send(new ListActions(visit)).actions().stream()
        .filter(action -> action.action() == AppointmentAction.REOPEN)
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
