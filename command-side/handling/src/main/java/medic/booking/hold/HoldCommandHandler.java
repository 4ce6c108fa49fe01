package medic.booking.hold;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medic.booking.deciding.AggregateLoader;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.RetryingCommandBus;
import medic.booking.patient.PatientCalendar;
import medic.booking.room.RoomCalendar;
import medic.booking.room.RoomReservations;
import medic.booking.schedule.AgreedSlot;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.OpenAppointments;
import medic.booking.schedule.SlotChoice;
import medic.booking.schedule.SlotRequest;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.hold.ExpireHold;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.command.hold.ReleaseHold;
import medic.events.ActorType;
import medic.events.doctor.SlotHeld;
import medic.events.hold.HoldOutcome;
import medic.events.hold.HoldPlaced;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Keeps slots for some minutes, in doctor, room and hold at once, and gives them back. */
class HoldCommandHandler {

  /** So many slots of one doctor may one person keep at a time. */
  private static final int HOLDS_PER_HOLDER = 3;

  private final Repository<DoctorSchedule> schedules;
  private final Repository<RoomCalendar> rooms;
  private final Repository<PatientCalendar> patients;
  private final Repository<Hold> holds;
  private final Holds usable;
  private final FirstEvents firstEvents;
  private final OpenAppointments limits;
  private final Clock clock;
  private final Duration keptFor;

  HoldCommandHandler(
      Repository<DoctorSchedule> schedules,
      Repository<RoomCalendar> rooms,
      Repository<PatientCalendar> patients,
      Repository<Hold> holds,
      Holds usable,
      FirstEvents firstEvents,
      OpenAppointments limits,
      Clock clock,
      Duration keptFor) {
    this.schedules = schedules;
    this.rooms = rooms;
    this.patients = patients;
    this.holds = holds;
    this.usable = usable;
    this.firstEvents = firstEvents;
    this.limits = limits;
    this.clock = clock;
    this.keptFor = keptFor;
  }

  @CommandHandler
  HoldPlacedOutcome handle(PlaceHold command, MetaData metaData) throws Exception {
    Actor holder = Actor.from(metaData);
    if (metaData.containsKey(RetryingCommandBus.ATTEMPT)) {
      Optional<HoldPlacedOutcome> first = firstResult(command, holder.toString());
      if (first.isPresent()) {
        return first.get();
      }
    }
    try {
      return place(command, holder);
    } catch (Refusal refusal) {
      return firstResult(command, holder.toString()).orElseThrow(() -> refusal);
    }
  }

  private HoldPlacedOutcome place(PlaceHold command, Actor actor) throws Exception {
    Instant now = clock.instant();
    String holder = actor.toString();
    Aggregate<DoctorSchedule> schedule =
        AggregateLoader.load(schedules, command.doctorId(), "doctor", "doctorId");
    if (schedule.invoke(s -> s.hold(command.holdId())) != null) {
      throw idAlreadyUsed();
    }
    HeldSlots held = usable.of(actor, null, schedule, now);
    SlotRequest request = request(command, held.holders());
    SlotHeld same = held.keeping(request);
    if (same != null && schedule.invoke(s -> s.promised(same)).isPresent()) {
      return outcomeOf(same);
    }
    AgreedSlot first = schedule.invoke(s -> s.agree(request, now));
    RoomReservations room = RoomReservations.load(rooms, first.roomId());
    AgreedSlot slot =
        SlotChoice.withRoom(
            first, request, room, asked -> schedule.invoke(s -> s.agree(asked, now)), now);
    List<SlotHeld> givenUp = held.givenUpFor(slot);
    mustBeAllowedToHold(schedule, actor, now, HeldSlots.holders(givenUp));
    usable.end(givenUp, HoldOutcome.RELEASED, schedule, room);
    Instant expiresAt = now.plus(keptFor).truncatedTo(ChronoUnit.MILLIS);
    HoldId id = command.holdId();
    schedule.execute(s -> s.hold(id, holder, slot, expiresAt));
    room.reserve(slot.roomId(), slot.occupied(), id.toString(), expiresAt);
    holds.newInstance(() -> Hold.place(id, command.doctorId(), slot, expiresAt, holder));
    return new HoldPlacedOutcome(
        id,
        command.doctorId(),
        slot.typeId(),
        slot.locationId(),
        slot.roomId(),
        slot.startsAt(),
        slot.endsAt(),
        expiresAt);
  }

  private static SlotRequest request(PlaceHold command, Set<String> ignored) {
    return new SlotRequest(
        command.appointmentTypeId(), command.startsAt(), command.locationId(), null, ignored);
  }

  private void mustBeAllowedToHold(
      Aggregate<DoctorSchedule> schedule, Actor actor, Instant now, Set<String> givenUp) {
    String holder = actor.toString();
    schedule.execute(s -> s.limits().mustHoldFewerThan(HOLDS_PER_HOLDER, holder, now, givenUp));
    if (actor.type() == ActorType.PATIENT) {
      PatientId patient = new PatientId(UUID.fromString(actor.id()));
      AggregateLoader.load(patients, PatientCalendar.idOf(patient), "patient")
          .execute(PatientCalendar::mustNotBeErased);
      schedule.execute(
          s ->
              s.limits()
                  .mustHaveFewerOpenThan(limits.withOneDoctor(), patient, holder, now, givenUp));
    }
  }

  private Optional<HoldPlacedOutcome> firstResult(PlaceHold command, String holder) {
    return firstEvents
        .of(command.holdId(), HoldPlaced.class)
        .map(
            placed -> {
              boolean same =
                  placed.heldBy().equals(holder)
                      && placed.doctorId().equals(command.doctorId())
                      && placed.appointmentTypeId().equals(command.appointmentTypeId())
                      && placed.startsAt().equals(command.startsAt())
                      && (command.locationId() == null
                          || placed.locationId().equals(command.locationId()));
              if (!same) {
                throw idAlreadyUsed();
              }
              return outcomeOf(placed);
            });
  }

  private static Refusal idAlreadyUsed() {
    return new Refusal(RefusalCode.ID_ALREADY_USED, "This id stands for another hold.", "holdId");
  }

  private static HoldPlacedOutcome outcomeOf(SlotHeld held) {
    return new HoldPlacedOutcome(
        held.holdId(),
        held.doctorId(),
        held.appointmentTypeId(),
        held.locationId(),
        held.roomId(),
        held.startsAt(),
        held.endsAt(),
        held.expiresAt());
  }

  private static HoldPlacedOutcome outcomeOf(HoldPlaced placed) {
    return new HoldPlacedOutcome(
        placed.holdId(),
        placed.doctorId(),
        placed.appointmentTypeId(),
        placed.locationId(),
        placed.roomId(),
        placed.startsAt(),
        placed.endsAt(),
        placed.expiresAt());
  }

  @CommandHandler
  void handle(ReleaseHold command, MetaData metaData) {
    HoldPlaced placed = placed(command.holdId());
    Actor actor = Actor.from(metaData);
    boolean own = placed.heldBy().equals(actor.toString());
    if (!own && !actor.mayActFor(placed.doctorId(), null)) {
      throw Refusal.unknown("hold");
    }
    end(placed, HoldOutcome.RELEASED);
  }

  @CommandHandler
  void handle(ExpireHold command) {
    end(placed(command.holdId()), HoldOutcome.EXPIRED);
  }

  private HoldPlaced placed(HoldId id) {
    return firstEvents.of(id, HoldPlaced.class).orElseThrow(() -> Refusal.unknown("hold"));
  }

  private void end(HoldPlaced placed, HoldOutcome outcome) {
    Aggregate<DoctorSchedule> schedule =
        AggregateLoader.load(schedules, placed.doctorId(), "doctor");
    RoomReservations room = RoomReservations.load(rooms, placed.roomId());
    Aggregate<Hold> hold = AggregateLoader.load(holds, placed.holdId(), "hold");
    schedule.execute(s -> s.release(placed.holdId()));
    room.release(placed.roomId(), placed.holdId().toString());
    hold.execute(h -> h.end(outcome));
  }
}
