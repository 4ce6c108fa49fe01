package medic.booking.schedule;

import java.util.List;
import java.util.stream.Stream;
import medic.booking.deciding.AggregateLoader;
import medic.booking.room.RoomCalendar;
import medic.command.doctor.AddRoom;
import medic.command.doctor.ShareRoom;
import medic.events.id.DoctorId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Adds rooms, with their calendars, and shares them: both concern more than one aggregate. */
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
    DoctorId owner = command.doctorId();
    DoctorId guest = command.withDoctorId();
    if (owner.equals(guest)) {
      return;
    }
    // Locked in the order of their ids, whoever shares with whom.
    List<Aggregate<DoctorSchedule>> ordered =
        Stream.of(owner, guest)
            .sorted(java.util.Comparator.comparing(DoctorId::toString))
            .map(
                id ->
                    id.equals(owner)
                        ? AggregateLoader.load(schedules, id, "doctor")
                        : AggregateLoader.load(schedules, id, "doctor", "doctorId"))
            .toList();
    boolean ownerFirst = owner.toString().compareTo(guest.toString()) < 0;
    share(command, ordered.get(ownerFirst ? 0 : 1), ordered.get(ownerFirst ? 1 : 0));
  }

  private static void share(
      ShareRoom command, Aggregate<DoctorSchedule> owner, Aggregate<DoctorSchedule> guest) {
    var granted = owner.invoke(o -> o.grant(command.roomId(), command.withDoctorId()));
    if (!guest.invoke(g -> g.sharesAlready(command.roomId()))) {
      owner.execute(o -> o.decide(command));
      guest.execute(g -> g.receive(granted));
    }
  }
}
