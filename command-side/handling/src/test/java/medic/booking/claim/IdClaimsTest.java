package medic.booking.claim;

import static medic.booking.fixture.Doctor.at;
import static medic.booking.fixture.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.TimeOffDetails;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.claim.ClaimedFor;
import medic.events.claim.IdClaimed;
import medic.events.doctor.ExceptionStatus;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TimeOffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An id stands for one thing of one doctor. */
class IdClaimsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int RACES = Integer.getInteger("medic.claim.races", 5);

  private final BookingFixture house = new BookingFixture();
  private final BookingFixture otherNode = house.join();
  private final Doctor ada = house.doctor();
  private final RoomId adasRoom = ada.addRoom(1);
  private final Doctor bob = house.doctor();

  @AfterEach
  void close() {
    otherNode.close();
    house.close();
  }

  @ParameterizedTest
  @EnumSource(names = "DOCTOR", mode = EnumSource.Mode.EXCLUDE)
  void nobodyUsesAnothersId(ClaimedFor what) {
    UUID adasOther = Given.id(ClaimedId::new).value();
    house.send(use(what, adasOther, ada));
    for (UUID adas :
        List.of(
            ada.id.value(), ada.place.value(), adasRoom.value(), ada.visit.value(), adasOther)) {
      int stored = house.store.appended();
      refused(RefusalCode.ID_ALREADY_USED, () -> house.send(use(what, adas, bob)));
      refused(RefusalCode.ID_ALREADY_USED, () -> otherNode.send(use(what, adas, bob)));
      assertThat(house.store.appended()).isEqualTo(stored);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIdStandsForOneThingOfTheSameDoctorToo(ClaimedFor what) {
    UUID id = Given.id(ClaimedId::new).value();
    house.send(use(what, id, ada));
    int stored = house.store.appended();
    for (ClaimedFor other : ClaimedFor.values()) {
      if (other != what) {
        refused(RefusalCode.ID_ALREADY_USED, () -> house.send(use(other, id, ada)));
      }
    }
    assertThat(house.store.appended()).isEqualTo(stored);
  }

  @ParameterizedTest
  @EnumSource
  void theSameUseTwiceIsOne(ClaimedFor what) {
    UUID id = Given.id(ClaimedId::new).value();
    house.send(use(what, id, ada));
    int stored = house.store.appended();
    house.send(use(what, id, ada));
    otherNode.send(use(what, id, ada));
    assertThat(house.store.appended()).isEqualTo(stored);
    assertThat(claimsOf(id)).hasSize(1);
  }

  @Test
  void theIdOfWhatIsNoLongerOfferedIsNotFree() {
    house.send(new WithdrawAppointmentType(ada.id, ada.visit));
    refused(
        RefusalCode.ID_ALREADY_USED,
        () -> house.send(use(ClaimedFor.APPOINTMENT_TYPE, ada.visit.value(), bob)));
  }

  @ParameterizedTest
  @EnumSource(names = "DOCTOR", mode = EnumSource.Mode.EXCLUDE)
  void ofTwoDoctorsWhoUseAnIdAtOnceOneHasIt(ClaimedFor what) throws Exception {
    for (int race = 0; race < RACES; race++) {
      UUID id = Given.id(ClaimedId::new).value();
      int stored = house.store.appended();
      List<String> answers =
          together(
              () -> answer(house, use(what, id, ada)), () -> answer(otherNode, use(what, id, bob)));
      assertThat(answers).containsExactlyInAnyOrder("DONE", "ID_ALREADY_USED");
      DoctorId winner = answers.get(0).equals("DONE") ? ada.id : bob.id;
      assertThat(claimsOf(id)).containsExactly(new IdClaimed(new ClaimedId(id), what, winner));
      int ofOneUse = what == ClaimedFor.ROOM ? 3 : 2;
      assertThat(house.store.appended()).isEqualTo(stored + ofOneUse);
    }
  }

  @Test
  void aRaceThatIsLostAndDecidedAgainClaimsOnce() {
    UUID id = Given.id(ClaimedId::new).value();
    house.store.loseRaces(1);
    house.send(use(ClaimedFor.LOCATION, id, ada));
    assertThat(house.store.racesToLose()).isZero();
    assertThat(claimsOf(id)).hasSize(1);
  }

  @Test
  void whatRefusesTheUseClaimsNothing() {
    UUID id = Given.id(ClaimedId::new).value();
    Object slugOfAnotherType =
        new AddAppointmentType(
            ada.id, new AppointmentTypeId(id), Visit.visit().slug("visit-1").details());
    refused(RefusalCode.SLUG_TAKEN, () -> house.send(slugOfAnotherType));
    assertThat(claimsOf(id)).isEmpty();
    house.send(use(ClaimedFor.LOCATION, id, bob));
  }

  /** An earlier version claimed nothing. */
  @Test
  void whatIsThereUnclaimedIsClaimedByTheSameRequestSentAgain() {
    UUID id = Given.id(ClaimedId::new).value();
    house.send(use(ClaimedFor.LOCATION, id, ada));
    int ofAda = ada.events().size();
    house.store.lose(new ClaimedId(id));

    house.send(use(ClaimedFor.LOCATION, id, ada));

    assertThat(ada.events()).hasSize(ofAda);
    refused(RefusalCode.ID_ALREADY_USED, () -> house.send(use(ClaimedFor.LOCATION, id, bob)));
  }

  @Test
  void aRoomThatIsThereUnclaimedIsGuardedByItsCalendar() {
    house.store.lose(new ClaimedId(adasRoom.value()));
    int stored = house.store.appended();
    refused(
        RefusalCode.CONCURRENT_CHANGE,
        () -> house.send(use(ClaimedFor.ROOM, adasRoom.value(), bob)));
    assertThat(house.store.appended()).isEqualTo(stored);
  }

  private List<Object> claimsOf(UUID id) {
    return house.eventsOf(new ClaimedId(id));
  }

  /** Uses an id for something of {@code by}, or for another doctor. */
  private static Object use(ClaimedFor what, UUID id, Doctor by) {
    return switch (what) {
      case DOCTOR ->
          new RegisterDoctor(new DoctorId(id), "Dr. Eve", "Surgery", "eve@example.org", UTC);
      case LOCATION ->
          new AddLocation(
              by.id,
              new LocationId(id),
              new LocationDetails(null, "Wedding", null, null, null, UTC, null, null, false));
      case ROOM ->
          new AddRoom(by.id, by.place, new RoomId(id), new RoomDetails(null, "Room", 1, false));
      case APPOINTMENT_TYPE ->
          new AddAppointmentType(
              by.id, new AppointmentTypeId(id), Visit.visit().slug("of-" + id).details());
      case EXCEPTION ->
          new AddAvailabilityException(
              by.id,
              new ExceptionId(id),
              new ExceptionDetails(
                  null, at("09:00"), at("10:00"), ExceptionStatus.BLOCKED, null, null, null));
      case TIME_OFF ->
          new RequestTimeOff(
              by.id, new TimeOffId(id), new TimeOffDetails(null, at("09:00"), at("10:00"), null));
    };
  }

  private static String answer(BookingFixture node, Object command) {
    try {
      node.send(command);
      return "DONE";
    } catch (Refusal refusal) {
      return refusal.code().name();
    }
  }

  private static List<String> together(Callable<String> one, Callable<String> other)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> running =
          Stream.of(one, other)
              .map(
                  call ->
                      threads.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : running) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
