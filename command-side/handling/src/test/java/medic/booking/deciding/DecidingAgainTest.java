package medic.booking.deciding;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ShareRoom;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.SlotBooked;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.events.room.RoomReleased;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with caches of their own decide over one store. */
class DecidingAgainTest {
  private static final int ATTEMPTS = 10;

  private final BookingFixture here = new BookingFixture();
  private final BookingFixture there = here.join();
  private final Doctor ada = here.doctor().worksEveryDay();
  private final PatientId grace = here.patient();
  private final PatientId tom = here.patient();

  @AfterEach
  void close() {
    there.close();
    here.close();
  }

  @Test
  void aLostRaceIsDecidedAgain() {
    here.store.loseRaces(1);
    assertThat(ada.book(grace, "10:00").status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(here.store.racesToLose()).isZero();
    assertThat(ada.events()).filteredOn(SlotBooked.class::isInstance).hasSize(1);
  }

  @Test
  void aRaceThatIsAlwaysLostIsRefusedInTheEnd() {
    int stored = here.store.appended();
    here.store.loseRaces(100);
    refused(RefusalCode.CONCURRENT_CHANGE, () -> ada.book(grace, "10:00"));
    assertThat(here.store.racesToLose()).isEqualTo(100 - ATTEMPTS);
    assertThat(here.store.appended()).isEqualTo(stored);
    here.store.loseRaces(0);
    ada.book(grace, "10:00");
  }

  @Test
  void aSlotThatAnotherNodeTookIsRefusedByItsOwnCode() {
    ada.book(grace, "09:00");
    there.send(ada.booking(ada.visit, grace, "10:00"));
    refused(RefusalCode.SLOT_TAKEN, () -> ada.book(tom, "10:00"));
    ada.book(tom, "10:30");
  }

  @Test
  void aRefusalOnAStaleCalendarIsDecidedAgain() {
    AppointmentOutcome taken = ada.book(grace, "10:00");
    there.cancel(taken);
    assertThat(ada.book(tom, "10:00").status()).isEqualTo(AppointmentStatus.CONFIRMED);
  }

  @Test
  void aPatientsStaleCalendarIsReadAnew() {
    Doctor bob = here.doctor().worksEveryDay();
    AppointmentOutcome elsewhere = bob.book(grace, "10:00");
    there.cancel(elsewhere);
    ada.book(grace, "10:00");
    there.send(bob.booking(bob.visit, tom, "11:00"));
    refused(RefusalCode.PATIENT_BUSY, () -> ada.book(tom, "11:00"));
  }

  @Test
  void aRoomThatAnotherNodeReservedIsReleasedHere() {
    RoomId room = ada.addRoom(1);
    here.send(ada.booking(Given.id(AppointmentId::new), ada.visit, tom, "09:00", null, room, null));
    Doctor bob = there.doctor().worksEveryDay();
    there.send(new ShareRoom(ada.id, ada.place, room, bob.id));
    BookAppointment booking =
        bob.booking(
            Given.id(AppointmentId::new), bob.visit, there.patient(), "10:00", null, room, null);
    AppointmentOutcome taken = there.send(booking);
    here.cancel(taken);
    assertThat(here.eventsOf(room)).last().isInstanceOf(RoomReleased.class);
  }

  @Test
  void whatIsAsWishedHereMayHaveBeenChangedElsewhere() {
    Visit visit = Visit.visit().slug("visit-1");
    var offered = new ReviseAppointmentType(ada.id, ada.visit, visit.details());
    var withheld = new ReviseAppointmentType(ada.id, ada.visit, visit.inactive().details());
    for (int turn = 0; turn < 3; turn++) {
      there.send(withheld);
      assertThat(lastTerms().active()).isFalse();
      here.send(offered);
      assertThat(lastTerms().active()).isTrue();
    }
  }

  @Test
  void aCommandWithinAnothersWorkIsCheckedTooAndLeftToItToRepeat() {
    Visit visit = Visit.visit().slug("visit-1");
    var offered = new ReviseAppointmentType(ada.id, ada.visit, visit.details());
    here.send(offered);
    there.send(new ReviseAppointmentType(ada.id, ada.visit, visit.inactive().details()));
    assertThatThrownBy(() -> within(() -> here.send(offered)))
        .hasRootCauseInstanceOf(ConcurrencyException.class);
    within(() -> here.send(offered));
    assertThat(lastTerms().active()).isTrue();
  }

  private static void within(Runnable work) {
    DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      work.run();
      unitOfWork.commit();
    } finally {
      if (unitOfWork.isActive()) {
        unitOfWork.rollback();
      }
    }
  }

  private AppointmentTerms lastTerms() {
    return ada.events().stream()
        .filter(AppointmentTypeDefined.class::isInstance)
        .map(event -> ((AppointmentTypeDefined) event).terms())
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  @Test
  void aBookingLooksForNothingButItsCalendars() {
    RoomId room = ada.addRoom(1);
    ada.book(grace, "09:00");
    here.send(ada.booking(Given.id(AppointmentId::new), ada.visit, tom, "09:30", null, room, null));
    int looks = here.store.looks();
    here.send(
        ada.booking(Given.id(AppointmentId::new), ada.visit, grace, "10:00", null, room, null));
    assertThat(here.store.looks()).isEqualTo(looks);
  }

  @Test
  void aBookingThatWasStoredAndSentAgainToAnotherNodeIsOne() {
    BookAppointment booking = ada.booking(ada.visit, grace, "10:00");
    AppointmentOutcome first = here.send(booking);
    assertThat(there.<AppointmentOutcome>send(booking)).isEqualTo(first);
  }

  @Test
  void oneOfManySimultaneousBookingsOfASlotWins() throws Exception {
    List<PatientId> patients = IntStream.range(0, 16).mapToObj(i -> here.patient()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(patients.size());
    CyclicBarrier start = new CyclicBarrier(patients.size());
    try {
      List<Future<String>> answers =
          IntStream.range(0, patients.size())
              .mapToObj(
                  i -> threads.submit(racer(i % 2 == 0 ? here : there, patients.get(i), start)))
              .toList();
      List<String> codes = new ArrayList<>();
      for (Future<String> answer : answers) {
        codes.add(answer.get());
      }
      assertThat(codes).filteredOn("BOOKED"::equals).hasSize(1);
      assertThat(codes).containsOnly("BOOKED", "SLOT_TAKEN");
      assertThat(ada.events()).filteredOn(SlotBooked.class::isInstance).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<String> racer(BookingFixture node, PatientId patient, CyclicBarrier start) {
    return () -> {
      start.await();
      try {
        node.send(ada.booking(ada.visit, patient, "10:00"));
        return "BOOKED";
      } catch (Refusal refusal) {
        return refusal.code().name();
      }
    };
  }
}
