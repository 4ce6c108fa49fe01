package medic.booking.house;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import medic.booking.given.Hours;
import medic.booking.given.Visit;
import medic.command.Actor;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.BookAppointment;
import medic.command.appointment.RescheduleAppointment;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.ShareRoom;
import medic.command.hold.HoldPlacedOutcome;
import medic.command.hold.PlaceHold;
import medic.events.ActorType;
import medic.events.appointment.BookingSource;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * A doctor with one place in UTC and one kind of visit, open every day. Times of day mean Tuesday.
 */
public final class Doctor {
  private static final String TUESDAY = "2026-03-03T%s:00Z";

  public final DoctorId id = Given.id(DoctorId::new);
  public final LocationId place;
  public final AppointmentTypeId visit;
  private final House house;
  private int slugs;

  Doctor(House house) {
    this.house = house;
    ZoneId utc = ZoneId.of("UTC");
    house.send(new RegisterDoctor(id, "Dr. Ada", "Dermatology", "ada@example.org", utc));
    this.place = addPlace();
    this.visit = offers(Visit.visit());
  }

  public Actor self() {
    return new Actor(ActorType.DOCTOR, id.value().toString());
  }

  public LocationId addPlace() {
    LocationId location = Given.id(LocationId::new);
    house.send(
        new AddLocation(
            id,
            location,
            new LocationDetails(
                null, "Mitte", null, null, null, ZoneId.of("UTC"), null, null, false)));
    return location;
  }

  public AppointmentTypeId offers(Visit visit) {
    AppointmentTypeId type = Given.id(AppointmentTypeId::new);
    house.send(new AddAppointmentType(id, type, visit.slug("visit-" + ++slugs).details()));
    return type;
  }

  public Doctor works(Hours hours) {
    return works(hours, place);
  }

  public Doctor works(Hours hours, LocationId where) {
    house.send(new AddScheduleTemplate(id, Given.id(TemplateId::new), hours.at(where)));
    return this;
  }

  public Doctor worksEveryDay() {
    return worksEveryDay(null);
  }

  /** From 8 to 18 o'clock. */
  public Doctor worksEveryDay(@Nullable RoomId room) {
    for (DayOfWeek day : DayOfWeek.values()) {
      Hours hours = Hours.from("08:00", "18:00").on(day);
      works(room == null ? hours : hours.in(room));
    }
    return this;
  }

  public RoomId addRoom(int capacity) {
    return addRoom(place, capacity, false);
  }

  public RoomId addRoom(LocationId at, int capacity, boolean virtual) {
    RoomId room = Given.id(RoomId::new);
    house.send(new AddRoom(id, at, room, new RoomDetails(null, "Room", capacity, virtual)));
    return room;
  }

  public void share(RoomId room, Doctor with) {
    house.send(new ShareRoom(id, place, room, with.id));
  }

  public static Instant at(String time) {
    return Instant.parse(time.length() == 5 ? TUESDAY.formatted(time) : time);
  }

  public AppointmentOutcome book(PatientId patient, String time) {
    return house.send(booking(visit, patient, time));
  }

  public BookAppointment booking(AppointmentTypeId type, PatientId patient, String time) {
    return booking(Given.id(AppointmentId::new), type, patient, time, null, null, null);
  }

  public BookAppointment booking(
      AppointmentId appointment,
      AppointmentTypeId type,
      PatientId patient,
      String time,
      @Nullable LocationId location,
      @Nullable RoomId room,
      @Nullable HoldId hold) {
    return new BookAppointment(
        id,
        appointment,
        type,
        patient,
        at(time),
        location,
        room,
        hold,
        "It itches",
        null,
        BookingSource.API,
        Set.of());
  }

  public BookAppointment bookingWith(HoldId hold, PatientId patient, String time) {
    return booking(Given.id(AppointmentId::new), visit, patient, time, null, null, hold);
  }

  public HoldPlacedOutcome hold(PatientId by, String time) {
    return house.send(holding(time), House.as(by));
  }

  public PlaceHold holding(String time) {
    return new PlaceHold(id, Given.id(HoldId::new), visit, null, at(time));
  }

  public static RescheduleAppointment move(AppointmentOutcome appointment, String time) {
    return new RescheduleAppointment(
        appointment.appointmentId(), at(time), null, null, null, null, Set.of());
  }

  /** What happened in the doctor's schedule. */
  public List<Object> events() {
    return house.eventsOf(id);
  }
}
