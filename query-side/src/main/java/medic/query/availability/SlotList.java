package medic.query.availability;

import java.time.Instant;
import java.util.AbstractList;
import java.util.RandomAccess;
import medic.availability.Slots;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** The engine's slots as views, made when they are looked at. */
final class SlotList extends AbstractList<SlotView> implements RandomAccess {

  final Slots slots;
  private final CompiledSchedule schedule;
  private final AppointmentTypeId type;

  SlotList(Slots slots, CompiledSchedule schedule, AppointmentTypeId type) {
    this.slots = slots;
    this.schedule = schedule;
    this.type = type;
  }

  @Override
  public int size() {
    return slots.size();
  }

  @Override
  public SlotView get(int index) {
    return new SlotView(
        Instant.ofEpochMilli(slots.startsAt(index)),
        Instant.ofEpochMilli(slots.endsAt(index)),
        location(index),
        room(index),
        type,
        slots.capacityLeft(index));
  }

  AppointmentTypeId type() {
    return type;
  }

  LocationId location(int index) {
    return schedule.places().get(slots.place(index));
  }

  @Nullable RoomId room(int index) {
    int room = slots.room(index);
    return room < 0 ? null : schedule.rooms().get(room);
  }
}
