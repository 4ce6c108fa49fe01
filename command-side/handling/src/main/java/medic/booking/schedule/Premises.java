package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** Where a doctor works: places of work, the rooms there, and rooms that others share. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Premises {

  private Places places = new Places();
  private Rooms rooms = new Rooms();

  Places places() {
    return places;
  }

  Rooms rooms() {
    return rooms;
  }

  /** One to try changes on. */
  Premises copy() {
    Premises copy = new Premises();
    copy.places = places.copy();
    copy.rooms = rooms.copy();
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    places.evolve(event);
    rooms.evolve(event);
  }

  ZoneId zoneOf(LocationId id) {
    return places.known(id).now().timezone();
  }

  /** What a path names. */
  void mustBeOneOf(@Nullable LocationId id) {
    if (id != null) {
      places.known(id);
    }
  }

  void mustKnow(@Nullable LocationId id, String field) {
    if (id != null && !places.include(id)) {
      throw Refusal.unknownReference("location", field);
    }
  }

  /** Nothing takes place where it is closed, nor in a room that is. */
  void mustBeOpen(@Nullable LocationId place, @Nullable RoomId room) {
    if (place != null && !places.isOpen(place)) {
      throw closed();
    }
    if (room != null && !rooms.isOpen(room)) {
      throw new Refusal(RefusalCode.ROOM_CLOSED, "This room is closed.", "roomId");
    }
  }

  static Refusal closed() {
    return new Refusal(RefusalCode.LOCATION_CLOSED, "This place of work is closed.", "locationId");
  }

  boolean isOpen(LocationId place, @Nullable RoomId room) {
    return places.isOpen(place) && (room == null || rooms.isOpen(room));
  }

  /** A room may be used at its own location; a shared one wherever its guest works. */
  boolean offers(@Nullable RoomId room, @Nullable LocationId at) {
    if (room == null || rooms.isShared(room)) {
      return true;
    }
    LocationId own = rooms.locationOf(room);
    return own != null && (at == null || own.equals(at));
  }

  void mustOffer(@Nullable RoomId room, @Nullable LocationId at, String field) {
    if (!offers(room, at)) {
      throw new Refusal(
          RefusalCode.UNKNOWN_REFERENCE, "There is no such room at this location.", field);
    }
  }

  /** Where an own room is; a shared one is nowhere in particular. */
  @Nullable LocationId locationOf(@Nullable RoomId room) {
    return room == null ? null : rooms.locationOf(room);
  }

  boolean isVirtual(RoomId room) {
    return rooms.isVirtual(room);
  }

  /** All locations, in an order that stays: the engine's number of a place is its index here. */
  List<LocationId> numbers() {
    return new ArrayList<>(places.all());
  }

  /** All rooms, own and shared: the engine's number of a room is its index here. */
  List<RoomId> roomNumbers() {
    return rooms.all();
  }

  Set<LocationId> open() {
    return places.open();
  }
}
