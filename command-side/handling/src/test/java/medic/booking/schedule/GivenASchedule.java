package medic.booking.schedule;

import static medic.booking.given.Visit.visit;

import java.time.Instant;
import java.time.ZoneId;
import medic.booking.fixture.Given;
import medic.booking.given.Visit;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AppointmentTypeDetails;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RoomAdded;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;

/** A schedule that things have happened in, and what may happen next. */
abstract class GivenASchedule {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
  static final Instant ELEVEN = Instant.parse("2026-03-03T11:00:00Z");

  final DoctorId ada = Given.id(DoctorId::new);
  final LocationId mitte = Given.id(LocationId::new);
  final LocationId wedding = Given.id(LocationId::new);
  final RoomId room = Given.id(RoomId::new);
  final AppointmentTypeId type = Given.id(AppointmentTypeId::new);

  final DoctorRegistered registered =
      new DoctorRegistered(ada, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN);

  ScheduleScenario given(Object... events) {
    return new ScheduleScenario(registered).given(events);
  }

  /** Registered, with two places, a room in the first, and a kind of visit. */
  ScheduleScenario practising(Object... more) {
    return given(place(mitte), place(wedding), roomAt(mitte, false), typeOf(type, visit()))
        .given(more);
  }

  LocationAdded place(LocationId id) {
    return new LocationAdded(ada, id, "Mitte", null, null, null, BERLIN, null, null, false);
  }

  RoomAdded roomAt(LocationId at, boolean virtual) {
    return new RoomAdded(ada, at, room, "Room 1", 1, virtual);
  }

  /** The event that defining a type leads to. */
  AppointmentTypeDefined typeOf(AppointmentTypeId id, Visit visit) {
    AppointmentTypeDetails d = visit.details();
    return new AppointmentTypes().decide(new AddAppointmentType(ada, id, d), known()).get(0);
  }

  Premises known() {
    Premises premises = new Premises();
    premises.evolve(place(mitte));
    premises.evolve(place(wedding));
    premises.evolve(roomAt(mitte, false));
    return premises;
  }
}
