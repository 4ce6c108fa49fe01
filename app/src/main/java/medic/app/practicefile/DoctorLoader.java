package medic.app.practicefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.ShareRoom;
import medic.command.doctor.TemplateDetails;
import medic.command.doctor.TimeOffDetails;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/** Loads what one doctor offers; locations, rooms and types are named within the file. */
final class DoctorLoader {

  private final CommandPort commands;
  private final Shapes shapes;
  private final PracticeNames names;
  private final DoctorId doctor;
  private final Map<String, LocationId> locations = new HashMap<>();
  private final Map<String, RoomId> rooms = new HashMap<>();

  DoctorLoader(CommandPort commands, Shapes shapes, PracticeNames names, DoctorId doctor) {
    this.commands = commands;
    this.shapes = shapes;
    this.names = names;
    this.doctor = doctor;
  }

  void locations(List<PracticeEntry> entries) {
    for (PracticeEntry entry : entries) {
      List<PracticeEntry> itsRooms = entry.takeAll("rooms");
      LocationId id = new LocationId(id("location", entry.need("name")));
      locations.put(entry.need("name"), id);
      commands.send(entry, new AddLocation(doctor, id, shapes.read(entry, LocationDetails.class)));
      itsRooms.forEach(room -> room(id, room));
    }
  }

  private void room(LocationId location, PracticeEntry entry) {
    List<String> guests = entry.takeTexts("sharedWith");
    String name = entry.need("name");
    RoomId id = new RoomId(id("room", location.toString(), name));
    rooms.put(name, id);
    commands.send(entry, new AddRoom(doctor, location, id, shapes.read(entry, RoomDetails.class)));
    for (String guest : guests) {
      DoctorId with = names.doctor(entry, guest);
      commands.send(entry, new ShareRoom(doctor, location, id, with));
      names.share(with, name, id);
    }
  }

  void types(List<PracticeEntry> entries) {
    rooms.putAll(names.sharedWith(doctor));
    for (PracticeEntry entry : entries) {
      entry.put(
          "locationIds",
          entry.takeTexts("locations").stream().map(name -> location(entry, name)).toList());
      entry.put("defaultLocationId", location(entry, entry.take("defaultLocation")));
      entry.put("defaultRoomId", room(entry, entry.take("defaultRoom")));
      AppointmentTypeId id = new AppointmentTypeId(id("type", entry.need("slug")));
      commands.send(
          entry,
          new AddAppointmentType(doctor, id, shapes.read(entry, AppointmentTypeDetails.class)));
    }
  }

  void templates(List<PracticeEntry> entries) {
    for (PracticeEntry entry : entries) {
      entry.put("locationId", location(entry, entry.take("location")));
      entry.put("roomId", room(entry, entry.take("room")));
      for (String day : entry.takeTexts("days")) {
        PracticeEntry daily = entry.with("dayOfWeek", day);
        TemplateId id = new TemplateId(id("template", entry.path(), day));
        commands.send(
            daily, new AddScheduleTemplate(doctor, id, shapes.read(daily, TemplateDetails.class)));
      }
    }
  }

  void exceptions(List<PracticeEntry> entries) {
    for (PracticeEntry entry : entries) {
      entry.put("locationId", location(entry, entry.take("location")));
      ExceptionId id = new ExceptionId(id("exception", entry.path()));
      commands.send(
          entry,
          new AddAvailabilityException(doctor, id, shapes.read(entry, ExceptionDetails.class)));
    }
  }

  void timeOff(List<PracticeEntry> entries) {
    for (PracticeEntry entry : entries) {
      TimeOffId id = new TimeOffId(id("timeoff", entry.path()));
      commands.send(
          entry, new RequestTimeOff(doctor, id, shapes.read(entry, TimeOffDetails.class)));
      commands.send(entry, new ApproveTimeOff(doctor, id));
    }
  }

  private @Nullable UUID location(PracticeEntry entry, @Nullable String name) {
    if (name == null) {
      return null;
    }
    LocationId id = locations.get(name);
    if (id == null) {
      throw new LoadException(entry.path(), "there is no location " + name);
    }
    return id.value();
  }

  private @Nullable UUID room(PracticeEntry entry, @Nullable String name) {
    if (name == null) {
      return null;
    }
    RoomId id = rooms.get(name);
    if (id == null) {
      throw new LoadException(entry.path(), "there is no room " + name);
    }
    return id.value();
  }

  private UUID id(String... path) {
    return StableIds.of(doctor.toString(), String.join("\n", path));
  }
}
