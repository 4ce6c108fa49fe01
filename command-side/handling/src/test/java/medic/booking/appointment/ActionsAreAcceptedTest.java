package medic.booking.appointment;

import static medic.booking.given.Visit.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import medic.booking.fixture.BookingFixture;
import medic.booking.fixture.Doctor;
import medic.booking.given.Visit;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ActionsOutcome.Action;
import medic.command.appointment.AppointmentAction;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.ListActions;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.ReopenAppointment;
import medic.command.appointment.RescheduleAppointment;
import medic.command.appointment.WithdrawMove;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.ActorType;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a visit's actions say is what its commands do: in random lives of visits, at random times,
 * for everybody. The usual lives meet each action and each refusal. {@code -Dmedic.offers.seed=...}
 * plays others, or a life again, {@code -Dmedic.offers.lives=} more.
 */
class ActionsAreAcceptedTest {

  private static final long SEED = Long.getLong("medic.offers.seed", 20261130);
  private static final int USUAL_LIVES = 40;
  private static final int LIVES = Integer.getInteger("medic.offers.lives", USUAL_LIVES);
  private static final int STEPS = 14;
  private static final String REASON = "She asked for it";

  private final BookingFixture house = new BookingFixture();
  private final Map<String, Integer> seen = new TreeMap<>();
  private final List<String> history = new ArrayList<>();
  private Random random = new Random(SEED);
  private Doctor doctor;
  private Doctor stranger;
  private PatientId grace;
  private PatientId tom;
  private AppointmentTypeId type;
  private AppointmentId visit;
  private AppointmentOutcome now;
  private boolean withdrawn;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatIsOfferedIsAcceptedAndNothingElse() {
    stranger = house.doctor();
    tom = house.patient();
    for (int life = 0; life < LIVES; life++) {
      System.out.println("life: -Dmedic.offers.lives=1 -Dmedic.offers.seed=" + (SEED + life));
      random = new Random(SEED + life);
      history.clear();
      begin();
      for (int step = 0; step < STEPS; step++) {
        step();
      }
    }
    System.out.println("actions: " + seen);
    if (LIVES >= USUAL_LIVES) {
      assertThat(seen)
          .containsKeys(
              "CONFIRM", "DECLINE", "CANCEL", "RESCHEDULE", "WITHDRAW_MOVE", "COMPLETE", "NO_SHOW")
          .containsKeys("REOPEN", "INVALID_TRANSITION", "TOO_SHORT_NOTICE", "NOT_BEGUN")
          .containsKeys("RESCHEDULE_NOT_ALLOWED", "RESCHEDULE_LIMIT_REACHED", "ALREADY_OVER")
          .containsKeys("FORBIDDEN", "TYPE_INACTIVE", "too early", "too late", "with a reason");
    }
  }

  private void begin() {
    doctor = house.doctor().worksEveryDay();
    grace = house.patient();
    type = doctor.offers(kind());
    withdrawn = false;
    Instant start = someSlot(Duration.ofDays(2));
    history.add("booked for " + start);
    AppointmentOutcome booked =
        house.send(
            doctor.booking(type, grace, start.toString()), oneOf(BookingFixture.ADMIN, self()));
    visit = booked.appointmentId();
    now = booked;
  }

  private Visit kind() {
    Visit kind = visit().slug("kind-" + random.nextInt()).noticeMinutes(oneOf(0, 0, 45, 600));
    if (chance(2)) {
      kind.movedAtMost(random.nextInt(3));
    }
    if (chance(5)) {
      kind.movedByThePracticeOnly();
    }
    if (chance(2)) {
      kind.needingTheDoctorsWord();
    }
    return kind;
  }

  private Actor self() {
    return BookingFixture.as(grace);
  }

  private void step() {
    Actor caller = oneOf(self(), self(), doctor.self(), BookingFixture.ADMIN);
    if (chance(25)) {
      withdrawType();
    } else if (chance(12) && !withdrawn) {
      house.send(new ReviseAppointmentType(doctor.id, type, kind().details()));
      history.add("another kind");
    }
    strangersSeeNothing();
    everybody().forEach(this::refusesWhatIsNotOffered);
    if (chance(3)) {
      timesAreTrue(caller);
    } else if (chance(2)) {
      pass(Duration.ofMinutes(random.nextInt(900)));
    }
    List<Action> offered = new ArrayList<>(actions(caller));
    offered.removeIf(action -> !action.allowed() || ends(action) && !chance(5));
    if (!offered.isEmpty()) {
      accepts(caller, oneOf(offered.toArray(Action[]::new)));
    }
  }

  /** So that lives are long. */
  private static boolean ends(Action action) {
    return action.action() == AppointmentAction.CANCEL
        || action.action() == AppointmentAction.DECLINE;
  }

  private void withdrawType() {
    house.send(new WithdrawAppointmentType(doctor.id, type));
    withdrawn = true;
    history.add("withdrawn");
  }

  private List<Actor> everybody() {
    return List.of(self(), doctor.self(), BookingFixture.ADMIN);
  }

  private void strangersSeeNothing() {
    for (Actor other : List.of(BookingFixture.as(tom), stranger.self())) {
      assertThat(refusal(() -> actions(other))).isEqualTo("NOT_FOUND");
      AppointmentAction action = oneOf(AppointmentAction.values());
      assertThat(perform(action, other, REASON)).as(told(action, other)).isEqualTo("NOT_FOUND");
    }
    assertThat(actions(new Actor(ActorType.AUDITOR, "eve")))
        .allMatch(action -> "FORBIDDEN".equals(action.code()) && !action.allowed());
  }

  private void refusesWhatIsNotOffered(Actor caller) {
    for (Action action : actions(caller)) {
      if (!action.allowed()) {
        count(action.code());
        String code =
            action.code().equals("FORBIDDEN") ? "FORBIDDEN" : perform(action, caller, REASON);
        assertThat(code).as(told(action, caller)).isEqualTo(action.code());
      } else if (action.code() != null) {
        count("with a reason");
        assertThat(perform(action, caller, null)).as(told(action, caller)).isEqualTo(action.code());
      }
    }
  }

  private void accepts(Actor caller, Action action) {
    count(action.action().name());
    String refused = perform(action, caller, action.reasonRequired() ? REASON : null);
    assertThat(refused).as(told(action, caller)).isEqualTo("accepted");
    history.add(caller + " " + action.action() + " at " + house.clock.instant());
  }

  /** The last moment of what is offered, and the first of what is too early. */
  private void timesAreTrue(Actor caller) {
    Action action = oneOf(actions(caller).toArray(Action[]::new));
    Instant now = house.clock.instant();
    Instant turn = action.allowed() ? action.until() : action.from();
    if (turn != null && turn.isAfter(now.plusSeconds(1))) {
      count(action.allowed() ? "too late" : "too early");
      pass(Duration.between(now, turn.minusSeconds(1)));
      assertThat(again(action, caller)).as(told(action, caller)).isEqualTo(action.allowed());
      pass(Duration.ofSeconds(2));
      assertThat(again(action, caller)).as(told(action, caller)).isEqualTo(!action.allowed());
      refusesWhatIsNotOffered(caller);
    }
  }

  private boolean again(Action action, Actor caller) {
    return actions(caller).stream()
        .filter(one -> one.action() == action.action())
        .allMatch(Action::allowed);
  }

  private List<Action> actions(Actor caller) {
    ActionsOutcome outcome = house.send(new ListActions(visit), caller);
    assertThat(outcome.actions())
        .extracting(Action::action)
        .containsExactly(AppointmentAction.values());
    return outcome.actions();
  }

  private String perform(Action action, Actor caller, @Nullable String reason) {
    return perform(action.action(), caller, reason);
  }

  private String perform(AppointmentAction action, Actor caller, @Nullable String reason) {
    return refusal(() -> now = house.send(command(action, reason), caller));
  }

  private static String refusal(Runnable request) {
    try {
      request.run();
      return "accepted";
    } catch (Refusal refusal) {
      return refusal.code().name();
    }
  }

  private Object command(AppointmentAction action, @Nullable String reason) {
    return switch (action) {
      case CONFIRM -> new ConfirmAppointment(visit, reason);
      case DECLINE -> new DeclineAppointment(visit, reason);
      case CANCEL -> new CancelAppointment(visit, reason);
      case RESCHEDULE ->
          new RescheduleAppointment(visit, anotherSlot(), null, null, null, reason, Set.of());
      case WITHDRAW_MOVE -> new WithdrawMove(visit, reason);
      case COMPLETE -> new CompleteAppointment(visit, reason);
      case NO_SHOW -> new MarkNoShow(visit, reason);
      case REOPEN -> new ReopenAppointment(visit, reason == null ? REASON : reason);
    };
  }

  /** Who moves a visit to where it is, or is asked to be, moves nothing: nobody is refused that. */
  private Instant anotherSlot() {
    Instant slot = someSlot(Duration.ofDays(1));
    boolean asked = now.requestedMove() != null && slot.equals(now.requestedMove().startsAt());
    return asked || slot.equals(now.startsAt()) ? anotherSlot() : slot;
  }

  /** On the grid, in the hours, some hours or days from now. */
  private Instant someSlot(Duration after) {
    Instant day = house.clock.instant().plus(after).plus(1, ChronoUnit.DAYS);
    LocalTime time = LocalTime.of(8 + random.nextInt(10), 30 * random.nextInt(2));
    return day.atZone(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
  }

  private void pass(Duration time) {
    house.pass(time);
    history.add(time + " passed");
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private String told(Object action, Actor caller) {
    return action + " by " + caller + " after\n" + String.join("\n", history);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  private <T> T oneOf(T... of) {
    return of[random.nextInt(of.length)];
  }
}
