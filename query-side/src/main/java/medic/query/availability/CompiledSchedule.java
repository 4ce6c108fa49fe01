package medic.query.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import medic.availability.OpeningHours;
import medic.availability.VisitRules;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.query.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * One version of a doctor's schedule, ready for the engine. The engine's places and rooms are the
 * positions of locations and rooms in the schedule.
 */
final class CompiledSchedule {

  private final UUID version;
  private final Schedule schedule;
  private final List<LocationId> places;
  private final List<RoomId> rooms;
  private final int[] capacities;
  private final Map<AppointmentTypeId, Offer> offers = new ConcurrentHashMap<>();

  /** What the engine needs to know of a kind of visit. */
  record Offer(OpeningHours hours, VisitRules rules) {}

  CompiledSchedule(UUID version, Schedule schedule) {
    this.version = version;
    this.schedule = schedule;
    this.places = new ArrayList<>(schedule.locations().keySet());
    this.rooms = new ArrayList<>(schedule.rooms().keySet());
    this.capacities =
        schedule.rooms().values().stream().mapToInt(Schedule.Room::capacity).toArray();
  }

  UUID version() {
    return version;
  }

  Schedule schedule() {
    return schedule;
  }

  List<LocationId> places() {
    return places;
  }

  List<RoomId> rooms() {
    return rooms;
  }

  int capacity(int room) {
    return capacities[room];
  }

  /** The position of a location, or {@code -1} where the doctor has none such. */
  int place(@Nullable LocationId location) {
    return location == null ? -1 : places.indexOf(location);
  }

  int room(@Nullable RoomId room) {
    return room == null ? -1 : rooms.indexOf(room);
  }

  Offer offer(AppointmentTypeId type) {
    return offers.computeIfAbsent(type, id -> new EngineInput(this, id).offer());
  }

  /** The calendars whose changes change this doctor's slots. */
  List<UUID> calendars() {
    List<UUID> calendars = new ArrayList<>();
    calendars.add(schedule.doctorId().value());
    rooms.forEach(room -> calendars.add(room.value()));
    return calendars;
  }
}
