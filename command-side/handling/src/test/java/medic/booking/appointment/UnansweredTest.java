package medic.booking.appointment;

import static medic.booking.fixture.Doctor.at;
import static medic.booking.fixture.Doctor.move;
import static medic.booking.fixture.Refused.refused;
import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineUnanswered;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.DeclineCause;
import medic.events.id.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What nobody answers is refused in the engine's own name, and only what is meant. */
class UnansweredTest {
  private final BookingFixture house = new BookingFixture();
  private final Doctor ada = house.doctor().worksEveryDay();
  private final PatientId grace = house.patient();
  private final AppointmentOutcome asked =
      house.send(
          ada.booking(ada.offers(visit().needingTheDoctorsWord()), grace, "10:00"),
          BookingFixture.as(grace));

  @AfterEach
  void close() {
    house.close();
  }

  private AppointmentOutcome decline(long number) {
    return house.send(new DeclineUnanswered(asked.appointmentId(), number), Actor.SYSTEM);
  }

  private AppointmentOutcome confirm() {
    return house.send(new ConfirmAppointment(asked.appointmentId(), null), ada.self());
  }

  @Test
  void aRequestIsRefusedAndItsTimeIsFree() {
    assertThat(decline(0).status()).isEqualTo(AppointmentStatus.DECLINED);
    assertThat(house.eventsOf(asked.appointmentId()))
        .last()
        .isInstanceOfSatisfying(
            AppointmentDeclined.class,
            event -> assertThat(event.cause()).isEqualTo(DeclineCause.UNANSWERED));
    ada.book(grace, "10:00");
  }

  @Test
  void aSecondDeadlineRefusesNothing() {
    decline(0);
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(0));
    assertThat(house.eventsOf(asked.appointmentId())).hasSize(2);
  }

  @Test
  void whatIsConfirmedStays() {
    confirm();
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(0));
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(1));
  }

  @Test
  void whatIsRefusedIsNotConfirmed() {
    decline(0);
    refused(RefusalCode.INVALID_TRANSITION, this::confirm);
  }

  @Test
  void aRequestThatMovedIsAnotherOne() {
    house.send(move(asked, "11:00"), BookingFixture.as(grace));
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(0));
    assertThat(decline(1).status()).isEqualTo(AppointmentStatus.DECLINED);
  }

  @Test
  void aMoveThatIsAskedForAnewIsAnotherOne() {
    confirm();
    house.send(move(asked, "11:00"), BookingFixture.as(grace));
    house.send(move(asked, "12:00"), BookingFixture.as(grace));
    refused(RefusalCode.INVALID_TRANSITION, () -> decline(2));
    assertThat(decline(3).startsAt()).isEqualTo(at("10:00"));
  }

  @RepeatedTest(10)
  void ofTwoAnswersAtOnceOneCounts() throws Exception {
    race(this::confirm, () -> decline(0));
  }

  @RepeatedTest(10)
  void soItIsWithMoves() throws Exception {
    confirm();
    house.send(move(asked, "11:00"), BookingFixture.as(grace));
    race(this::confirm, () -> decline(2));
  }

  private void race(Callable<?> one, Callable<?> other) throws Exception {
    int before = house.eventsOf(asked.appointmentId()).size();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<RefusalCode>> answers =
        List.of(one, other).stream()
            .map(call -> threads.submit(() -> answer(call, start)))
            .toList();
    start.countDown();
    RefusalCode first = answers.get(0).get();
    RefusalCode second = answers.get(1).get();
    threads.shutdown();
    assertThat(first == null ^ second == null).as("%s, %s", first, second).isTrue();
    assertThat(first == null ? second : first).isEqualTo(RefusalCode.INVALID_TRANSITION);
    assertThat(house.eventsOf(asked.appointmentId())).hasSize(before + 1);
  }

  private static RefusalCode answer(Callable<?> call, CountDownLatch start) throws Exception {
    start.await();
    try {
      call.call();
      return null;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }
}
