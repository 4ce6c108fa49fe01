package medic.booking.appointment;

import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient takes some of a practice's time, not all of it. */
class OpenAppointmentsTest {

  private BookingFixture house;
  private Doctor ada;
  private Doctor bob;
  private PatientId grace;
  private PatientId tom;

  @BeforeEach
  void twoWithOneDoctorAndThreeInAll() {
    System.setProperty("MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR", "2");
    System.setProperty("MEDIC_OPEN_APPOINTMENTS", "3");
    house = new BookingFixture();
    ada = house.doctor().worksEveryDay();
    bob = house.doctor().worksEveryDay();
    grace = house.patient();
    tom = house.patient();
  }

  @AfterEach
  void asBefore() {
    System.clearProperty("MEDIC_OPEN_APPOINTMENTS_PER_DOCTOR");
    System.clearProperty("MEDIC_OPEN_APPOINTMENTS");
    house.close();
  }

  private AppointmentOutcome books(PatientId patient, Doctor doctor, String time) {
    return house.send(doctor.booking(doctor.visit, patient, time), BookingFixture.as(patient));
  }

  @Test
  void soManyWithOneDoctor() {
    AppointmentOutcome first = books(grace, ada, "10:00");
    books(grace, ada, "11:00");
    refused(RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> books(grace, ada, "12:00"));
    books(tom, ada, "12:00");
    house.send(new CancelAppointment(first.appointmentId(), null), BookingFixture.as(grace));
    books(grace, ada, "13:00");
  }

  @Test
  void soManyInAll() {
    books(grace, ada, "10:00");
    books(grace, ada, "11:00");
    books(grace, bob, "12:00");
    refused(RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> books(grace, bob, "13:00"));
  }

  @Test
  void whatIsOverIsNotOpen() {
    books(grace, ada, "10:00");
    books(grace, ada, "11:00");
    house.pass(Duration.between(house.clock.instant(), Instant.parse("2026-03-03T10:45:00Z")));
    books(grace, ada, "2026-03-04T10:00:00Z");
    refused(
        RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> books(grace, ada, "2026-03-04T11:00:00Z"));
  }

  @Test
  void aHeldSlotCountsUntilItIsBooked() {
    books(grace, ada, "10:00");
    HoldId held = ada.hold(grace, "11:00").holdId();
    refused(RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> books(grace, ada, "12:00"));
    refused(RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> ada.hold(grace, "12:00"));
    house.send(
        ada.booking(
            medic.booking.fixture.Given.id(medic.events.id.AppointmentId::new),
            ada.visit,
            grace,
            "11:00",
            null,
            null,
            held),
        BookingFixture.as(grace));
  }

  @Test
  void staffBookWhatIsNeeded() {
    for (String time : List.of("10:00", "11:00", "12:00", "13:00", "14:00")) {
      house.send(ada.booking(ada.visit, grace, time), BookingFixture.ADMIN);
    }
    refused(RefusalCode.TOO_MANY_OPEN_APPOINTMENTS, () -> books(grace, bob, "15:00"));
  }

  @Test
  void exactlySoManyHoweverManyAreAskedForAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Doctor doctor = i % 2 == 0 ? ada : bob;
      String time = "%02d:%02d".formatted(8 + i / 2, i % 2 * 30);
      tries.add(
          threads.submit(
              () -> {
                start.await();
                return isBooked(doctor, time);
              }));
    }
    start.countDown();
    int booked = 0;
    for (Future<Boolean> one : tries) {
      booked += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(booked).isEqualTo(3);
  }

  private boolean isBooked(Doctor doctor, String time) {
    try {
      books(grace, doctor, time);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }
}
