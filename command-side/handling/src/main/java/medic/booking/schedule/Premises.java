package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.ShareRoom;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomShared;
import medic.events.doctor.SharedRoomGranted;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** Where a doctor works: locations, the rooms there, and rooms that others share. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Premises {

  private Map<LocationId, LocationAdded> locations = new LinkedHashMap<>();
  private Map<RoomId, RoomAdded> rooms = new LinkedHashMap<>();
  private Map<RoomId, SharedRoomGranted> sharedRooms = new LinkedHashMap<>();

  List<LocationAdded> decide(AddLocation command) {
    LocationDetails d = command.details();
    return IdempotentCreation.of(
        new LocationAdded(
            command.doctorId(),
            command.locationId(),
            d.name(),
            d.address(),
            d.city(),
            d.country(),
            d.timezone(),
            d.lat(),
            d.lng(),
            Given.or(d.primary(), false)),
        locations.get(command.locationId()),
        "locationId");
  }

  List<RoomAdded> decide(AddRoom command) {
    location(command.locationId());
    return IdempotentCreation.of(
        new RoomAdded(
            command.doctorId(),
            command.locationId(),
            command.roomId(),
            command.details().name(),
            Given.or(command.details().capacity(), 1),
            Given.or(command.details().virtual(), false)),
        rooms.get(command.roomId()),
        "roomId");
  }

  List<RoomShared> decide(ShareRoom command) {
    RoomAdded room = rooms.get(command.roomId());
    if (room == null || !room.locationId().equals(command.locationId())) {
      throw Refusal.unknown("room");
    }
    return List.of(new RoomShared(room.doctorId(), room.roomId(), command.withDoctorId()));
  }

  /** What another doctor is granted when this one shares a room. */
  SharedRoomGranted grant(RoomId roomId, DoctorId to) {
    RoomAdded room = rooms.get(roomId);
    if (room == null) {
      throw Refusal.unknown("room");
    }
    return new SharedRoomGranted(
        to, roomId, room.doctorId(), room.name(), room.capacity(), room.virtual());
  }

  boolean knowsSharedRoom(RoomId roomId) {
    return sharedRooms.containsKey(roomId);
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof LocationAdded added) {
      locations.put(added.locationId(), added);
    } else if (event instanceof RoomAdded added) {
      rooms.put(added.roomId(), added);
    } else if (event instanceof SharedRoomGranted granted) {
      sharedRooms.put(granted.roomId(), granted);
    }
  }

  LocationAdded location(LocationId id) {
    LocationAdded location = locations.get(id);
    if (location == null) {
      throw Refusal.unknown("location");
    }
    return location;
  }

  ZoneId zoneOf(LocationId id) {
    return location(id).timezone();
  }

  void mustKnow(@Nullable LocationId id, String field) {
    if (id != null && !locations.containsKey(id)) {
      throw Refusal.unknownReference("location", field);
    }
  }

  /** A room may be used at its own location; a shared one wherever its guest works. */
  boolean offers(@Nullable RoomId room, @Nullable LocationId at) {
    if (room == null || sharedRooms.containsKey(room)) {
      return true;
    }
    RoomAdded own = rooms.get(room);
    return own != null && (at == null || own.locationId().equals(at));
  }

  void mustOffer(@Nullable RoomId room, @Nullable LocationId at, String field) {
    if (!offers(room, at)) {
      throw new Refusal(
          RefusalCode.UNKNOWN_REFERENCE, "There is no such room at this location.", field);
    }
  }

  /** Where an own room is; a shared one is nowhere in particular. */
  @Nullable LocationId locationOf(@Nullable RoomId room) {
    RoomAdded own = room == null ? null : rooms.get(room);
    return own == null ? null : own.locationId();
  }

  boolean isVirtual(RoomId room) {
    RoomAdded own = rooms.get(room);
    if (own != null) {
      return own.virtual();
    }
    SharedRoomGranted shared = sharedRooms.get(room);
    return shared != null && shared.virtual();
  }

  /** All locations, in an order that stays: the engine's number of a place is its index here. */
  List<LocationId> places() {
    return new ArrayList<>(locations.keySet());
  }

  /** All rooms, own and shared: the engine's number of a room is its index here. */
  List<RoomId> roomNumbers() {
    List<RoomId> numbers = new ArrayList<>(rooms.keySet());
    numbers.addAll(sharedRooms.keySet());
    return numbers;
  }
}
