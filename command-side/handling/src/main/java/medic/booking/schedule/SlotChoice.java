package medic.booking.schedule;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import medic.booking.room.RoomReservations;
import medic.events.id.RoomId;

/**
 * Finds the slot that both the doctor's schedule and its room agree to. Several hours may offer the
 * same start, in other rooms or with less time around it: what is taken in one is open in another,
 * and is offered as such. So a schedule is asked again, knowing how full that room is.
 */
public final class SlotChoice {

  private SlotChoice() {}

  /**
   * The first slot, or the next best one at that time that has a room. Rooms that are looked into
   * are locked; no schedule has so many that they are asked in vain for long.
   *
   * @param agree asks the schedule, which refuses when nothing is left
   */
  public static AgreedSlot withRoom(
      AgreedSlot first,
      SlotRequest request,
      RoomReservations rooms,
      Function<SlotRequest, AgreedSlot> agree,
      Instant now) {
    AgreedSlot slot = first;
    SlotRequest asked = request;
    while (!rooms.haveRoomFor(slot.roomId(), slot.occupied(), now, request.ignored())) {
      RoomId full = Objects.requireNonNull(slot.roomId());
      asked =
          asked.knowing(
              rooms.load(full, SlotAgreement.around(request.startsAt()), now, request.ignored()));
      slot = agree.apply(asked);
      rooms.join(slot.roomId());
    }
    return slot;
  }
}
