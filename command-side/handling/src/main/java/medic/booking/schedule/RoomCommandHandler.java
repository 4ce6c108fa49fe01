package medic.booking.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import medic.booking.deciding.AggregateLoader;
import medic.booking.room.RoomCalendar;
import medic.command.Actor;
import medic.command.doctor.AddRoom;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.ReviseRoom;
import medic.command.doctor.ShareRoom;
import medic.command.doctor.UnshareRoom;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.ActorType;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Adds rooms, with their calendars, and what becomes of those that are shared: all of it concerns
 * more than one aggregate, in one unit of work.
 */
class RoomCommandHandler {

  private final Repository<DoctorSchedule> schedules;
  private final Repository<RoomCalendar> rooms;

  RoomCommandHandler(Repository<DoctorSchedule> schedules, Repository<RoomCalendar> rooms) {
    this.schedules = schedules;
    this.rooms = rooms;
  }

  @CommandHandler
  void handle(AddRoom command) throws Exception {
    Aggregate<DoctorSchedule> schedule =
        AggregateLoader.load(schedules, command.doctorId(), "doctor");
    boolean isNew = schedule.invoke(s -> s.decide(command));
    if (isNew) {
      rooms.newInstance(
          () ->
              RoomCalendar.open(
                  command.roomId(), command.doctorId(), Given.or(command.details().capacity(), 1)));
    }
  }

  /** Sharing a room twice, or with its owner, changes nothing. */
  @CommandHandler
  void handle(ShareRoom command) {
    if (command.doctorId().equals(command.withDoctorId())) {
      return;
    }
    Map<DoctorId, Aggregate<DoctorSchedule>> both =
        locked(command.doctorId(), Set.of(command.withDoctorId()));
    Aggregate<DoctorSchedule> owner = of(command.doctorId(), both);
    owner.execute(o -> o.decide(command));
    grant(owner, command.roomId(), command.locationId(), command.withDoctorId(), both);
  }

  /** Of a room that is not shared with them, nothing changes. */
  @CommandHandler
  VisitsHitOutcome handle(UnshareRoom command, MetaData metaData) {
    Map<DoctorId, Aggregate<DoctorSchedule>> both =
        locked(command.doctorId(), Set.of(command.withDoctorId()));
    Aggregate<DoctorSchedule> owner = of(command.doctorId(), both);
    owner.execute(o -> o.decide(command));
    VisitsHitOutcome theirs =
        command.doctorId().equals(command.withDoctorId())
            ? new VisitsHitOutcome(List.of())
            : of(command.withDoctorId(), both).invoke(g -> g.giveBack(command.roomId()));
    return maySee(metaData) ? theirs : new VisitsHitOutcome(List.of());
  }

  @CommandHandler
  void handle(ReviseRoom command) {
    Map<DoctorId, Aggregate<DoctorSchedule>> all = withGuests(command.doctorId(), command.roomId());
    Aggregate<DoctorSchedule> owner = of(command.doctorId(), all);
    boolean isOther = owner.invoke(o -> o.decide(command));
    if (isOther) {
      for (DoctorId guest : guests(owner, command.roomId())) {
        grant(owner, command.roomId(), command.locationId(), guest, all);
      }
      if (command.details().capacity() != null) {
        int capacity = command.details().capacity();
        AggregateLoader.load(rooms, command.roomId(), "room").execute(r -> r.resize(capacity));
      }
    }
  }

  /** Its guests give it back; of what that hits, they and admins are told. */
  @CommandHandler
  VisitsHitOutcome handle(CloseRoom command, MetaData metaData) {
    Map<DoctorId, Aggregate<DoctorSchedule>> all = withGuests(command.doctorId(), command.roomId());
    Aggregate<DoctorSchedule> owner = of(command.doctorId(), all);
    Set<DoctorId> guests = guests(owner, command.roomId());
    List<VisitsHitOutcome.Visit> hit =
        new ArrayList<>(owner.invoke(o -> o.decide(command)).visitsHit());
    for (DoctorId guest : guests) {
      VisitsHitOutcome theirs = of(guest, all).invoke(g -> g.giveBack(command.roomId()));
      if (maySee(metaData)) {
        hit.addAll(theirs.visitsHit());
      }
    }
    hit.sort(Comparator.comparing(VisitsHitOutcome.Visit::startsAt));
    return new VisitsHitOutcome(hit);
  }

  /** Another doctor's appointments are no matter of who shares a room with them. */
  private static boolean maySee(MetaData metaData) {
    return Actor.from(metaData).type() == ActorType.ADMIN;
  }

  private static void grant(
      Aggregate<DoctorSchedule> owner,
      RoomId room,
      LocationId at,
      DoctorId to,
      Map<DoctorId, Aggregate<DoctorSchedule>> all) {
    var granted = owner.invoke(o -> o.grant(room, at, to));
    of(to, all).execute(g -> g.receive(granted));
  }

  private static Set<DoctorId> guests(Aggregate<DoctorSchedule> owner, RoomId room) {
    return owner.invoke(o -> o.guestsOf(room));
  }

  private static Aggregate<DoctorSchedule> of(
      DoctorId doctor, Map<DoctorId, Aggregate<DoctorSchedule>> all) {
    return java.util.Objects.requireNonNull(all.get(doctor));
  }

  /**
   * The owner says who the guests are, and so is locked first: who then waits for somebody who
   * waits for them loses the race, and is decided again.
   */
  private Map<DoctorId, Aggregate<DoctorSchedule>> withGuests(DoctorId owner, RoomId room) {
    Aggregate<DoctorSchedule> first = AggregateLoader.load(schedules, owner, "doctor");
    Map<DoctorId, Aggregate<DoctorSchedule>> all =
        new TreeMap<>(Comparator.comparing(DoctorId::toString));
    all.put(owner, first);
    for (DoctorId guest : sorted(guests(first, room))) {
      all.put(guest, AggregateLoader.load(schedules, guest, "doctor"));
    }
    return all;
  }

  /** Locked in the order of their ids, whoever shares with whom. */
  private Map<DoctorId, Aggregate<DoctorSchedule>> locked(DoctorId owner, Set<DoctorId> guests) {
    Map<DoctorId, Aggregate<DoctorSchedule>> all =
        new TreeMap<>(Comparator.comparing(DoctorId::toString));
    for (DoctorId id : sorted(Stream.concat(Stream.of(owner), guests.stream()).toList())) {
      all.put(
          id,
          id.equals(owner)
              ? AggregateLoader.load(schedules, id, "doctor")
              : AggregateLoader.load(schedules, id, "doctor", "doctorId"));
    }
    return all;
  }

  private static Set<DoctorId> sorted(java.util.Collection<DoctorId> ids) {
    Set<DoctorId> sorted = new TreeSet<>(Comparator.comparing(DoctorId::toString));
    sorted.addAll(ids);
    return sorted;
  }
}
