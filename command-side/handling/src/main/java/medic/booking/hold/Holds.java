package medic.booking.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medic.booking.deciding.AggregateLoader;
import medic.booking.room.RoomReservations;
import medic.booking.schedule.AgreedSlot;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.ActorType;
import medic.events.doctor.SlotHeld;
import medic.events.hold.HoldOutcome;
import medic.events.id.HoldId;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Finds the holds that a command may use, and ends those that it used, in all three calendars. */
public class Holds {

  private final Repository<Hold> holds;

  Holds(Repository<Hold> holds) {
    this.holds = holds;
  }

  /**
   * @param named the hold that the command names: it must be live, and the sender's own
   */
  public HeldSlots of(
      Actor sender, @Nullable HoldId named, Aggregate<DoctorSchedule> schedule, Instant now) {
    String holder = sender.toString();
    SlotHeld held = named == null ? null : named(sender, named, schedule, now);
    return new HeldSlots(schedule.invoke(s -> s.heldBy(holder, now)), held);
  }

  private static SlotHeld named(
      Actor sender, HoldId wanted, Aggregate<DoctorSchedule> schedule, Instant now) {
    SlotHeld held = schedule.invoke(s -> s.hold(wanted));
    if (held == null || !mayUse(sender, held) || !held.expiresAt().isAfter(now)) {
      throw new Refusal(
          RefusalCode.HOLD_EXPIRED, "This hold is over. Choose a slot again.", "holdId");
    }
    return held;
  }

  private static boolean mayUse(Actor sender, SlotHeld held) {
    return held.heldBy().equals(sender.toString()) || sender.type() == ActorType.ADMIN;
  }

  /** The slot that a hold keeps, where it still does. */
  public static Optional<AgreedSlot> promised(
      @Nullable SlotHeld held, Aggregate<DoctorSchedule> schedule) {
    return held == null ? Optional.empty() : schedule.invoke(s -> s.promised(held));
  }

  public void end(
      List<SlotHeld> over,
      HoldOutcome outcome,
      Aggregate<DoctorSchedule> schedule,
      RoomReservations rooms) {
    for (SlotHeld held : over) {
      rooms.join(held.roomId());
      schedule.execute(s -> s.release(held.holdId()));
      rooms.release(held.roomId(), held.holdId().toString());
      AggregateLoader.load(holds, held.holdId(), "hold").execute(h -> h.end(outcome));
    }
  }
}
