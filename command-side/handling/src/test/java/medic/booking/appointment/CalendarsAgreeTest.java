package medic.booking.appointment;

import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.fixture.Given;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.DeclineUnanswered;
import medic.command.appointment.RescheduleAppointment;
import medic.command.appointment.WithdrawMove;
import medic.command.hold.ExpireHold;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.command.hold.ReleaseHold;
import medic.events.appointment.AppointmentStatus;
import medic.events.hold.HoldEnded;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever happens to visits and holds, in any order: the calendars of doctors, rooms and patients
 * hold just what the visits and holds say.
 */
class CalendarsAgreeTest {

  private static final int STEPS = 400;
  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Long> seeds() {
    String given = System.getProperty("medic.seed");
    return given == null
        ? Stream.of(1L, 20261130L, System.nanoTime())
        : Stream.of(Long.parseLong(given));
  }

  @ParameterizedTest(name = "-Dmedic.seed={0}")
  @MethodSource("seeds")
  void calendarsHoldWhatVisitsSay(long seed) {
    try (BookingFixture house = new BookingFixture()) {
      History history = new History(house, new Random(seed));
      for (int step = 0; step < STEPS; step++) {
        String deed = history.step();
        history.verify("after step %d of seed %d: %s".formatted(step, seed, deed));
      }
      assertThat(history.moves).as("moves that were asked for, seed %d", seed).isPositive();
      assertThat(history.accepted).as("moves that were agreed to, seed %d", seed).isPositive();
    }
  }

  /** Who takes a calendar's time, as text. */
  private record Taken(String holder, Instant from, Instant until) {}

  private static final class History {
    private final BookingFixture house;
    private final Random random;
    private final List<Doctor> doctors = new ArrayList<>();
    private final List<AppointmentTypeId> types = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>();
    private final List<PatientId> patients = new ArrayList<>();
    private final Map<AppointmentId, AppointmentOutcome> visits = new LinkedHashMap<>();
    private final Map<HoldId, HoldPlacedOutcome> holds = new LinkedHashMap<>();
    private int moves;
    private int accepted;

    History(BookingFixture house, Random random) {
      this.house = house;
      this.random = random;
      Doctor ada = house.doctor();
      Doctor bob = house.doctor();
      RoomId shared = ada.addRoom(1);
      RoomId own = ada.addRoom(2);
      ada.share(shared, bob);
      rooms.addAll(List.of(shared, own));
      for (Doctor doctor : List.of(ada, bob)) {
        doctors.add(doctor.worksEveryDay(shared));
        types.add(doctor.offers(visit().needingTheDoctorsWord().minutes(60)));
        types.add(doctor.offers(visit()));
      }
      Stream.generate(house::patient).limit(3).forEach(patients::add);
    }

    String step() {
      int die = random.nextInt(100);
      String deed = die + " at " + house.clock.instant();
      try {
        if (die < 24) {
          book();
        } else if (die < 48) {
          move();
        } else if (die < 60) {
          answer(new ConfirmAppointment(any(), null), BookingFixture.ADMIN);
        } else if (die < 66) {
          answer(new DeclineAppointment(any(), null), BookingFixture.ADMIN);
        } else if (die < 71) {
          answer(new WithdrawMove(any(), null), BookingFixture.ADMIN);
        } else if (die < 76) {
          answer(new CancelAppointment(any(), null), BookingFixture.ADMIN);
        } else if (die < 81) {
          AppointmentId id = any();
          answer(new DeclineUnanswered(id, house.eventsOf(id).size() - 1), Actor.SYSTEM);
        } else if (die < 84) {
          answer(new CompleteAppointment(any(), null), BookingFixture.ADMIN);
        } else if (die < 91) {
          hold();
        } else if (die < 95) {
          endHold();
        } else {
          house.pass(Duration.ofMinutes(random.nextInt(45)));
        }
      } catch (Refusal refusal) {
        deed += " refused " + refusal.code();
      } catch (Nothing nothing) {
        deed += " nothing";
      }
      holds.keySet().removeIf(hold -> last(house.eventsOf(hold)) instanceof HoldEnded);
      return deed;
    }

    private void book() {
      int type = 2 * random.nextInt(2) + (random.nextInt(4) == 0 ? 1 : 0);
      PatientId patient = any(patients);
      AppointmentOutcome booked =
          house.send(
              doctors
                  .get(type / 2)
                  .booking(
                      Given.id(AppointmentId::new),
                      types.get(type),
                      patient,
                      time(),
                      null,
                      null,
                      null),
              random.nextBoolean() ? BookingFixture.as(patient) : BookingFixture.ADMIN);
      visits.put(booked.appointmentId(), booked);
    }

    private void move() {
      AppointmentOutcome visit = visits.get(any());
      RoomId room = random.nextInt(4) == 0 && isAdas(visit) ? any(rooms) : null;
      AppointmentOutcome after =
          answer(
              new RescheduleAppointment(
                  visit.appointmentId(), Instant.parse(time()), null, room, null, null, Set.of()),
              random.nextInt(4) > 0 ? BookingFixture.as(visit.patientId()) : BookingFixture.ADMIN);
      moves += after.requestedMove() == null ? 0 : 1;
    }

    private boolean isAdas(AppointmentOutcome visit) {
      return visit.doctorId().equals(doctors.get(0).id);
    }

    private void hold() {
      int type = random.nextInt(types.size());
      HoldId id = Given.id(HoldId::new);
      HoldPlacedOutcome placed =
          house.send(
              new PlaceHold(
                  doctors.get(type / 2).id, id, types.get(type), null, Instant.parse(time())),
              BookingFixture.as(any(patients)));
      holds.put(placed.holdId(), placed);
    }

    private void endHold() {
      HoldId hold = any(holds.keySet());
      house.send(random.nextBoolean() ? new ExpireHold(hold) : new ReleaseHold(hold));
    }

    private AppointmentOutcome answer(Object command, Actor by) {
      AppointmentOutcome after = house.send(command, by);
      AppointmentOutcome before = visits.put(after.appointmentId(), after);
      boolean agreed = command instanceof ConfirmAppointment && before.requestedMove() != null;
      accepted += agreed ? 1 : 0;
      return after;
    }

    private AppointmentId any() {
      List<AppointmentOutcome> all = visits.values().stream().filter(v -> isLive(v)).toList();
      List<AppointmentOutcome> asking =
          all.stream().filter(v -> v.requestedMove() != null).toList();
      int die = random.nextInt(10);
      return die == 0
          ? any(visits.keySet())
          : any(die < 4 && !asking.isEmpty() ? asking : all).appointmentId();
    }

    private static boolean isLive(AppointmentOutcome visit) {
      return visit.status() == AppointmentStatus.PENDING
          || visit.status() == AppointmentStatus.CONFIRMED;
    }

    private <T> T any(java.util.Collection<T> all) {
      if (all.isEmpty()) {
        throw new Nothing();
      }
      return List.copyOf(all).get(random.nextInt(all.size()));
    }

    /** In the hours of the next days. */
    private String time() {
      Instant day = house.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
      return day.plus(Duration.ofHours(24 * random.nextInt(4) + 8))
          .plus(Duration.ofMinutes(30L * random.nextInt(14)))
          .toString();
    }

    void verify(String when) {
      for (Doctor doctor : doctors) {
        assertThat(stored("schedules", doctor.id, "/taken/reservations"))
            .as("doctor " + when)
            .isEqualTo(said(v -> v.doctorId().equals(doctor.id), null, true));
      }
      for (RoomId room : rooms) {
        assertThat(stored("rooms", room, "/reservations"))
            .as("room " + when)
            .isEqualTo(said(v -> true, room, true));
      }
      for (PatientId patient : patients) {
        UUID id = patient.value();
        Object calendar = new medic.events.id.PatientCalendarId(id);
        Map<String, Taken> kept = new TreeMap<>(stored("patientCalendars", calendar, "/visits"));
        stored("patientCalendars", calendar, "/moves")
            .values()
            .forEach(
                t -> {
                  String holder = t.holder().replace("appointment-", "move-");
                  kept.put(holder, new Taken(holder, t.from(), t.until()));
                });
        assertThat(kept)
            .as("patient " + when)
            .isEqualTo(said(v -> v.patientId().equals(patient), null, false));
      }
    }

    /** What is not over, by its holder. */
    private Map<String, Taken> stored(String repository, Object id, String where) {
      JsonNode all = JSON.readTree(house.state(repository, id)).at(where);
      assertThat(all.isArray()).as("%s of %s", where, id).isTrue();
      Map<String, Taken> taken = new TreeMap<>();
      for (JsonNode one : all) {
        put(
            taken,
            one.path("holder").asString(),
            Instant.parse(one.path("from").asString()),
            Instant.parse(one.path("until").asString()));
      }
      return taken;
    }

    /** What visits and holds say of one calendar. */
    private Map<String, Taken> said(
        Predicate<AppointmentOutcome> whose, @Nullable RoomId room, boolean withHolds) {
      Map<String, Taken> taken = new TreeMap<>();
      visits.values().stream()
          .filter(whose)
          .forEach(
              v -> {
                if (takes(v) && (room == null || room.equals(v.roomId()))) {
                  put(taken, v.appointmentId().toString(), v.startsAt(), v.endsAt());
                }
                var m = v.requestedMove();
                if (m != null && (room == null || room.equals(m.roomId()))) {
                  put(taken, "move-" + v.appointmentId().value(), m.startsAt(), m.endsAt());
                }
              });
      if (withHolds) {
        holds.values().stream()
            .filter(h -> room == null ? isOf(h, whose) : room.equals(h.roomId()))
            .forEach(h -> put(taken, h.holdId().toString(), h.startsAt(), h.endsAt()));
      }
      return taken;
    }

    private boolean isOf(HoldPlacedOutcome hold, Predicate<AppointmentOutcome> whose) {
      return whose.test(
          new AppointmentOutcome(
              null,
              hold.doctorId(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              0,
              null));
    }

    private static boolean takes(AppointmentOutcome visit) {
      return visit.status() != AppointmentStatus.DECLINED
          && visit.status() != AppointmentStatus.CANCELLED;
    }

    private void put(Map<String, Taken> taken, String holder, Instant from, Instant until) {
      if (until.isAfter(house.clock.instant())) {
        taken.put(holder, new Taken(holder, from, until));
      }
    }

    private static Object last(List<Object> events) {
      return events.get(events.size() - 1);
    }
  }

  private static final class Nothing extends RuntimeException {}
}
