package medic.booking.schedule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import medic.booking.room.RoomLoad;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A slot that somebody wants.
 *
 * @param locationId where; else the type's default location, else wherever it is open
 * @param roomId in which room; else the one that template or type name
 * @param full the rooms that were found taken, and how
 * @param ignored the holders whose reservations do not count: the hold being used, the visit moved
 * @param overridden the rules that do not count
 */
public record SlotRequest(
    AppointmentTypeId typeId,
    Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    Set<String> ignored,
    List<RoomLoad> full,
    Set<OverriddenRule> overridden) {

  public SlotRequest(
      AppointmentTypeId typeId,
      Instant startsAt,
      @Nullable LocationId locationId,
      @Nullable RoomId roomId,
      Set<String> ignored) {
    this(typeId, startsAt, locationId, roomId, ignored, List.of(), Set.of());
  }

  /** The same, knowing how one more room is taken. */
  SlotRequest knowing(RoomLoad room) {
    List<RoomLoad> rooms = Stream.concat(full.stream(), Stream.of(room)).toList();
    return new SlotRequest(typeId, startsAt, locationId, roomId, ignored, rooms, overridden);
  }

  /** The same, but for one more rule. */
  SlotRequest without(OverriddenRule rule) {
    Set<OverriddenRule> rules = EnumSet.of(rule);
    rules.addAll(overridden);
    return new SlotRequest(typeId, startsAt, locationId, roomId, ignored, full, rules);
  }
}
