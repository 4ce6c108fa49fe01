package medic.booking.appointment;

import static medic.command.appointment.AppointmentAction.RESCHEDULE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import medic.booking.deciding.Decision;
import medic.booking.hold.HeldSlots;
import medic.booking.hold.Holds;
import medic.booking.occupancy.Holders;
import medic.booking.schedule.AgreedSlot;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.Overrides;
import medic.booking.schedule.SlotChoice;
import medic.booking.schedule.SlotRequest;
import medic.command.Actor;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.OverbookMove;
import medic.command.appointment.RequestedMove;
import medic.command.appointment.RescheduleAppointment;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.OverriddenRule;
import medic.events.hold.HoldOutcome;
import medic.events.id.LocationId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;

/**
 * Moves visits: the old time is given back and the new one taken in one unit of work. A patient's
 * move that needs the doctor's word is asked for, and takes the new time beside the old one.
 */
class ReschedulingCommandHandler {

  private final AppointmentLocks locks;
  private final Holds holds;
  private final PatientZone zones;
  private final Clock clock;

  ReschedulingCommandHandler(AppointmentLocks locks, Holds holds, PatientZone zones, Clock clock) {
    this.locks = locks;
    this.holds = holds;
    this.zones = zones;
    this.clock = clock;
  }

  @CommandHandler
  AppointmentOutcome handle(RescheduleAppointment command, MetaData metaData) {
    return handle(command, command.override(), metaData);
  }

  @CommandHandler
  AppointmentOutcome handle(OverbookMove command, MetaData metaData) {
    RescheduleAppointment move = command.move();
    return handle(move, Overrides.overbooking(move.override()), metaData);
  }

  private AppointmentOutcome handle(
      RescheduleAppointment command, Set<OverriddenRule> named, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    Overrides overrides = new Overrides(actor, command.reason(), named);
    Instant now = clock.instant();
    AppointmentState from = locks.peek(command.appointmentId());
    Aggregate<DoctorSchedule> schedule = locks.schedule(from);
    Decision<HeldSlots> held = Decision.of(() -> holds.of(actor, command.holdId(), schedule, now));
    HeldSlots usable = Objects.requireNonNullElse(held.orNull(), HeldSlots.NONE);
    SlotRequest request = request(command, from, usable);
    Optional<AgreedSlot> promised = Holds.promised(usable.keeping(request), schedule);
    Function<SlotRequest, AgreedSlot> agree =
        asked -> overrides.agree(asked, one -> schedule.invoke(s -> s.agreeToMove(one, now)));
    Decision<AgreedSlot> agreed = Decision.of(() -> promised.orElseGet(() -> agree.apply(request)));
    AgreedSlot likely = agreed.orNull();
    Involved involved = locks.rest(schedule, from, likely == null ? null : likely.roomId());
    if (involved.appointment().invoke(a -> a.isNew(metaData))) {
      involved
          .patient()
          .execute(p -> StepRules.mustTake(RESCHEDULE, command.reason(), from, p, now));
      if (isWhereItIs(command, from) || isAskedForAlready(command, from, actor)) {
        involved.appointment().execute(a -> a.leaveAsIs(metaData));
        return from.outcome();
      }
      held.orRefuse();
      schedule.execute(s -> new ChangePolicy(from, s, actor, now).mustMove(overrides));
      AgreedSlot to = agreed.orRefuse();
      if (promised.isEmpty()) {
        to = SlotChoice.withRoom(to, request, involved.rooms(), agree, now);
      }
      holds.end(usable.givenUpFor(to), HoldOutcome.BOOKED, schedule, involved.rooms());
      move(command, overrides, involved, to, from, actor, now);
    }
    return involved.appointment().invoke(Appointment::outcome);
  }

  /** Who asks for the time and place that a visit has moves nothing, and it costs them nothing. */
  private static boolean isWhereItIs(RescheduleAppointment command, AppointmentState from) {
    var outcome = from.outcome();
    return command.startsAt().equals(outcome.startsAt())
        && (command.locationId() == null || command.locationId().equals(outcome.locationId()))
        && (command.roomId() == null || command.roomId().equals(outcome.roomId()));
  }

  /** Who asks again for the move that they ask for changes nothing; the practice just moves it. */
  private static boolean isAskedForAlready(
      RescheduleAppointment command, AppointmentState from, Actor actor) {
    RequestedMove asked = from.outcome().requestedMove();
    return asked != null
        && actor.type() == ActorType.PATIENT
        && command.startsAt().equals(asked.startsAt())
        && (command.locationId() == null || command.locationId().equals(asked.locationId()))
        && (command.roomId() == null || command.roomId().equals(asked.roomId()));
  }

  private static SlotRequest request(
      RescheduleAppointment command, AppointmentState from, HeldSlots held) {
    var outcome = from.outcome();
    LocationId place = held.named() == null ? outcome.locationId() : held.named().locationId();
    Set<String> ignored = new HashSet<>(held.holders());
    ignored.addAll(Holders.of(outcome.appointmentId()));
    return new SlotRequest(
        outcome.appointmentTypeId(),
        command.startsAt(),
        command.locationId() == null ? place : command.locationId(),
        command.roomId(),
        ignored);
  }

  private void move(
      RescheduleAppointment command,
      Overrides overrides,
      Involved involved,
      AgreedSlot to,
      AppointmentState from,
      Actor actor,
      Instant now) {
    var outcome = from.outcome();
    String holder = outcome.appointmentId().toString();
    Set<String> own = Holders.of(outcome.appointmentId());
    involved.patient().execute(p -> p.mustBeFree(to.visit(), now, own));
    if (needsWord(actor, to, from)) {
      RequestedMoves.ask(involved, from, to, command.reason());
      return;
    }
    RequestedMoves.release(involved, from);
    overrides.take(involved.schedule(), outcome.appointmentId(), outcome.patientId(), to, now, own);
    if (outcome.roomId() != null && !outcome.roomId().equals(to.roomId())) {
      involved.rooms().release(outcome.roomId(), holder);
    }
    involved.rooms().reserve(to.roomId(), to.occupied(), holder, null);
    involved.patient().execute(p -> p.plan(outcome.appointmentId(), to.startsAt(), to.endsAt()));
    ZoneId zone = zones.afterMove(outcome, to.zone());
    boolean counts = actor.type() == ActorType.PATIENT;
    involved
        .appointment()
        .execute(a -> a.reschedule(to, zone, counts, command.reason(), overrides.onRecord()));
  }

  /** What the doctor has agreed to holds until they agree to something else. */
  private static boolean needsWord(Actor actor, AgreedSlot to, AppointmentState from) {
    return actor.type() == ActorType.PATIENT
        && to.terms().requiresConfirmation()
        && from.outcome().status() == AppointmentStatus.CONFIRMED;
  }
}
