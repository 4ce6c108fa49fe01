package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.doctor.AddRoom;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.ReopenRoom;
import medic.command.doctor.ReviseRoom;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.ShareRoom;
import medic.command.doctor.UnshareRoom;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomClosed;
import medic.events.doctor.RoomReopened;
import medic.events.doctor.RoomRevised;
import medic.events.doctor.RoomShared;
import medic.events.doctor.RoomUnshared;
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.SharedRoomWithdrawn;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A doctor's own rooms, with whom each is shared, and the rooms that others share with them. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Rooms {

  /** A room as it was added, and as it is. */
  record Own(RoomAdded added, RoomRevised now, boolean closed, Set<DoctorId> guests) {

    String version() {
      return ScheduleVersions.ofRoom(now.name(), now.capacity(), now.virtual(), closed);
    }

    Own with(Set<DoctorId> others) {
      return new Own(added, now, closed, others);
    }
  }

  /** Another doctor's room; one that was taken back stays known, for what was booked in it. */
  record Shared(SharedRoomGranted granted, boolean withdrawn) {}

  private Map<RoomId, Own> own = new LinkedHashMap<>();
  private Map<RoomId, Shared> shared = new LinkedHashMap<>();

  List<RoomAdded> decide(AddRoom command) {
    Own known = own.get(command.roomId());
    return IdempotentCreation.of(
        new RoomAdded(
            command.doctorId(),
            command.locationId(),
            command.roomId(),
            command.details().name(),
            Given.or(command.details().capacity(), 1),
            Given.or(command.details().virtual(), false)),
        known == null ? null : known.added(),
        "roomId");
  }

  /** What is not said of capacity and kind stays. */
  List<RoomRevised> decide(ReviseRoom command) {
    Own known = known(command.roomId(), command.locationId());
    RoomDetails d = command.details();
    RoomRevised wanted =
        new RoomRevised(
            command.doctorId(),
            command.roomId(),
            d.name(),
            Given.or(d.capacity(), known.now().capacity()),
            Given.or(d.virtual(), known.now().virtual()));
    if (wanted.equals(known.now())) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), known.version());
    return List.of(wanted);
  }

  /** Closed, it is shared with nobody. */
  List<DoctorScheduleEvent> decide(CloseRoom command) {
    Own known = known(command.roomId(), command.locationId());
    if (known.closed()) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), known.version());
    List<DoctorScheduleEvent> events = new ArrayList<>();
    known
        .guests()
        .forEach(
            guest -> events.add(new RoomUnshared(command.doctorId(), command.roomId(), guest)));
    events.add(new RoomClosed(command.doctorId(), command.roomId(), command.reason()));
    return events;
  }

  List<RoomReopened> decide(ReopenRoom command) {
    Own known = known(command.roomId(), command.locationId());
    if (!known.closed()) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), known.version());
    return List.of(new RoomReopened(command.doctorId(), command.roomId()));
  }

  List<RoomShared> decide(ShareRoom command) {
    Own room = known(command.roomId(), command.locationId());
    return room.guests().contains(command.withDoctorId())
        ? List.of()
        : List.of(new RoomShared(command.doctorId(), command.roomId(), command.withDoctorId()));
  }

  List<RoomUnshared> decide(UnshareRoom command) {
    Own room = known(command.roomId(), command.locationId());
    return room.guests().contains(command.withDoctorId())
        ? List.of(new RoomUnshared(command.doctorId(), command.roomId(), command.withDoctorId()))
        : List.of();
  }

  /** Takes a room back that another doctor shared; twice is once. */
  List<SharedRoomWithdrawn> withdraw(DoctorId guest, RoomId room) {
    return isOpenShared(room) ? List.of(new SharedRoomWithdrawn(guest, room)) : List.of();
  }

  /** Takes a room from another doctor, or what became of it; twice is once. */
  List<SharedRoomGranted> receive(SharedRoomGranted granted) {
    Shared known = shared.get(granted.roomId());
    return known != null && !known.withdrawn() && known.granted().equals(granted)
        ? List.of()
        : List.of(granted);
  }

  /** What another doctor is granted when this one shares a room. */
  SharedRoomGranted grant(RoomId id, LocationId at, DoctorId to) {
    RoomRevised now = known(id, at).now();
    return new SharedRoomGranted(to, id, now.doctorId(), now.name(), now.capacity(), now.virtual());
  }

  Set<DoctorId> guestsOf(RoomId id) {
    Own room = own.get(id);
    return room == null ? Set.of() : room.guests();
  }

  Rooms copy() {
    Rooms copy = new Rooms();
    copy.own.putAll(own);
    copy.shared.putAll(shared);
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof RoomAdded added) {
      own.put(added.roomId(), new Own(added, asAdded(added), false, Set.of()));
    } else if (event instanceof RoomRevised revised) {
      change(revised.roomId(), r -> new Own(r.added(), revised, r.closed(), r.guests()));
    } else if (event instanceof RoomClosed closed) {
      change(closed.roomId(), r -> new Own(r.added(), r.now(), true, r.guests()));
    } else if (event instanceof RoomReopened reopened) {
      change(reopened.roomId(), r -> new Own(r.added(), r.now(), false, r.guests()));
    } else if (event instanceof RoomShared with) {
      change(with.roomId(), r -> r.with(guests(r, with.withDoctorId(), true)));
    } else if (event instanceof RoomUnshared from) {
      change(from.roomId(), r -> r.with(guests(r, from.withDoctorId(), false)));
    } else if (event instanceof SharedRoomGranted granted) {
      shared.put(granted.roomId(), new Shared(granted, false));
    } else if (event instanceof SharedRoomWithdrawn gone) {
      shared.computeIfPresent(gone.roomId(), (id, room) -> new Shared(room.granted(), true));
    }
  }

  private static Set<DoctorId> guests(Own room, DoctorId guest, boolean in) {
    Set<DoctorId> guests = new LinkedHashSet<>(room.guests());
    if (in) {
      guests.add(guest);
    } else {
      guests.remove(guest);
    }
    return guests;
  }

  private void change(RoomId id, UnaryOperator<Own> change) {
    own.computeIfPresent(id, (same, room) -> change.apply(room));
  }

  private Own known(RoomId id, LocationId at) {
    Own room = own.get(id);
    if (room == null || !room.added().locationId().equals(at)) {
      throw Refusal.unknown("room");
    }
    return room;
  }

  boolean isOpen(RoomId id) {
    Own room = own.get(id);
    return room == null ? isOpenShared(id) : !room.closed();
  }

  private boolean isOpenShared(RoomId id) {
    Shared room = shared.get(id);
    return room != null && !room.withdrawn();
  }

  boolean isShared(RoomId id) {
    return shared.containsKey(id);
  }

  @Nullable LocationId locationOf(RoomId id) {
    Own room = own.get(id);
    return room == null ? null : room.added().locationId();
  }

  boolean isVirtual(RoomId id) {
    Own room = own.get(id);
    if (room != null) {
      return room.now().virtual();
    }
    Shared other = shared.get(id);
    return other != null && other.granted().virtual();
  }

  /** Own ones first, in an order that stays. */
  List<RoomId> all() {
    List<RoomId> all = new ArrayList<>(own.keySet());
    all.addAll(shared.keySet());
    return all;
  }

  private static RoomRevised asAdded(RoomAdded added) {
    return new RoomRevised(
        added.doctorId(), added.roomId(), added.name(), added.capacity(), added.virtual());
  }
}
