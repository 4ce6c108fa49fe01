package medic.query;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.events.ActorType;
import medic.events.Remark;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.ConsultationMode;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.TemplateBreak;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientRegistered;
import medic.events.room.RoomReserved;
import medic.personal.Personal;

/** A doctor in Berlin with a room, a kind of visit of 30 minutes and hours from 9 to 12. */
public final class Practice {

  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  public final DoctorId doctor = new DoctorId(UUID.randomUUID());
  public final LocationId location = new LocationId(UUID.randomUUID());
  public final RoomId room = new RoomId(UUID.randomUUID());
  public final AppointmentTypeId type = new AppointmentTypeId(UUID.randomUUID());
  public final PatientId patient = new PatientId(UUID.randomUUID());
  public final String specialty;

  public Practice() {
    this("cardiology-" + UUID.randomUUID());
  }

  public Practice(String specialty) {
    this.specialty = specialty;
  }

  public Object[] opened() {
    return new Object[] {
      new DoctorRegistered(doctor, "Dr. Ada Heart", specialty, "ada@example.org", BERLIN),
      new LocationAdded(
          doctor, location, "Main", "Street 1", "Berlin", "DE", BERLIN, 52.5, 13.4, true),
      new RoomAdded(doctor, location, room, "Room 1", 1, false),
      new AppointmentTypeDefined(doctor, type, terms(true)),
      template(DayOfWeek.MONDAY),
      new PatientRegistered(patient, Personal.of(patient.value(), profile("Paula Patient")))
    };
  }

  public ScheduleTemplateDefined template(DayOfWeek day) {
    return new ScheduleTemplateDefined(
        doctor,
        new TemplateId(UUID.randomUUID()),
        new ScheduleTemplate(
            location,
            room,
            day,
            30,
            LocalTime.of(9, 0),
            LocalTime.of(12, 0),
            0,
            0,
            1,
            0,
            List.of(new TemplateBreak(LocalTime.of(10, 0), LocalTime.of(10, 30), "tea"))));
  }

  public AppointmentTerms terms(boolean active) {
    return new AppointmentTerms(
        "checkup",
        "Check-up",
        "All of it",
        30,
        0,
        0,
        5000L,
        "EUR",
        ConsultationMode.IN_PERSON,
        List.of(location),
        location,
        room,
        active,
        true,
        0,
        60,
        3,
        false,
        null,
        null,
        null,
        null);
  }

  public static PatientProfile profile(String name) {
    return new PatientProfile(
        name, "p@example.org", "+491", "de", BERLIN, Map.of("sms", true), null);
  }

  /** What a booking of 30 minutes leaves in the four calendars. */
  public Object[] booked(AppointmentId id, String at) {
    Instant start = Instant.parse(at);
    Instant end = start.plusSeconds(1800);
    return new Object[] {
      new SlotBooked(doctor, id, patient, type, location, room, start, end, start, end),
      new RoomReserved(room, id.toString(), start, end, null),
      appointmentBooked(id, at)
    };
  }

  public AppointmentBooked appointmentBooked(AppointmentId id, String at) {
    Instant start = Instant.parse(at);
    return new AppointmentBooked(
        id,
        doctor,
        patient,
        type,
        location,
        room,
        start,
        start.plusSeconds(1800),
        AppointmentStatus.CONFIRMED,
        ConsultationMode.IN_PERSON,
        5000L,
        "EUR",
        BookingSource.PATIENT_PORTAL,
        BERLIN,
        BERLIN,
        null,
        Personal.of(patient.value(), new Remark("my heart")),
        null);
  }

  public AppointmentRescheduled moved(AppointmentId id, String from, String to) {
    Instant before = Instant.parse(from);
    Instant start = Instant.parse(to);
    return new AppointmentRescheduled(
        id,
        doctor,
        patient,
        location,
        null,
        start,
        start.plusSeconds(1800),
        before,
        before.plusSeconds(1800),
        AppointmentStatus.CONFIRMED,
        BERLIN,
        1,
        Personal.of(patient.value(), new Remark("too early")),
        null,
        null);
  }

  public Object[] cancelled(AppointmentId id) {
    return new Object[] {
      new BookedSlotFreed(doctor, id),
      new medic.events.room.RoomReleased(room, id.toString()),
      new AppointmentCancelled(id, doctor, patient, ActorType.PATIENT, null)
    };
  }

  public static AppointmentId newAppointment() {
    return new AppointmentId(UUID.randomUUID());
  }
}
