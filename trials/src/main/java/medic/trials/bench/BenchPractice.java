package medic.trials.bench;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.LocationDetails;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RoomDetails;
import medic.command.doctor.TemplateDetails;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Doctors who see a patient every half hour round the clock, each in a room of their own, so that a
 * booking touches all four aggregates; and patients enough to be at one doctor at a time.
 */
final class BenchPractice {

  static final int DOCTORS = 150;
  private static final int PATIENTS_PER_DOCTOR = 8;
  private static final int MINUTES = 30;
  private static final int SLOTS_A_DAY = 47;

  /** Four days of 47 slots less a few: about the 160 slots of a usual answer. */
  private static final int DAYS_ASKED = 4;

  record BenchDoctor(DoctorId id, AppointmentTypeId type) {}

  private final CommandGateway commands;
  private final List<BenchDoctor> doctors = new ArrayList<>();
  private final List<PatientId> patients = new ArrayList<>();
  private final Instant first;

  BenchPractice(CommandGateway commands, Clock clock) {
    this.commands = commands;
    this.first = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);
  }

  void setUp() {
    for (int doctor = 0; doctor < DOCTORS; doctor++) {
      doctors.add(doctor(doctor));
    }
    for (int patient = 0; patient < DOCTORS * PATIENTS_PER_DOCTOR; patient++) {
      patients.add(patient(patient));
    }
  }

  /** A question for four days of a doctor's slots. */
  String availability(long number) {
    BenchDoctor doctor = doctors.get((int) (number % DOCTORS));
    return "/api/doctors/"
        + doctor.id().value()
        + "/availability?appointmentTypeId="
        + doctor.type().value()
        + "&from="
        + first.plus(60, ChronoUnit.DAYS)
        + "&to="
        + first.plus(DAYS_ASKED + 60L, ChronoUnit.DAYS);
  }

  /** The n-th booking: every doctor's first slot, then every doctor's second, and so on. */
  String booking(long number) {
    int doctor = (int) (number % DOCTORS);
    int slot = (int) (number / DOCTORS);
    PatientId patient = patients.get(doctor * PATIENTS_PER_DOCTOR + slot % PATIENTS_PER_DOCTOR);
    BenchDoctor with = doctors.get(doctor);
    return "{\"doctorId\":\""
        + with.id().value()
        + "\",\"appointmentTypeId\":\""
        + with.type().value()
        + "\",\"patientId\":\""
        + patient.value()
        + "\",\"startsAt\":\""
        + startOf(slot)
        + "\",\"reason\":\"A rash on the left arm since last week\"}";
  }

  private Instant startOf(int slot) {
    return first
        .plus(slot / SLOTS_A_DAY, ChronoUnit.DAYS)
        .plus((long) (slot % SLOTS_A_DAY) * MINUTES, ChronoUnit.MINUTES);
  }

  private BenchDoctor doctor(int number) {
    DoctorId id = new DoctorId(UUID.randomUUID());
    LocationId location = new LocationId(UUID.randomUUID());
    RoomId room = new RoomId(UUID.randomUUID());
    AppointmentTypeId type = new AppointmentTypeId(UUID.randomUUID());
    send(
        new RegisterDoctor(
            id, "Dr. Bench " + number, "Bench", "d" + number + "@bench.example", ZoneOffset.UTC));
    send(
        new AddLocation(
            id,
            location,
            new LocationDetails(
                null, "Here", null, "Town", null, ZoneOffset.UTC, null, null, true)));
    send(new AddRoom(id, location, room, new RoomDetails(null, "Room", 1, false)));
    send(new AddAppointmentType(id, type, terms(location, room)));
    for (DayOfWeek day : DayOfWeek.values()) {
      send(new AddScheduleTemplate(id, new TemplateId(UUID.randomUUID()), hours(location, day)));
    }
    return new BenchDoctor(id, type);
  }

  private static AppointmentTypeDetails terms(LocationId location, RoomId room) {
    return new AppointmentTypeDetails(
        null,
        "visit",
        "Visit",
        null,
        MINUTES,
        0,
        0,
        5000L,
        "EUR",
        ConsultationMode.IN_PERSON,
        null,
        location,
        room,
        true,
        true,
        0,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  private static TemplateDetails hours(LocationId location, DayOfWeek day) {
    return new TemplateDetails(
        null,
        location,
        null,
        day,
        MINUTES,
        LocalTime.MIDNIGHT,
        LocalTime.of(23, 30),
        0,
        0,
        1,
        0,
        List.of());
  }

  private PatientId patient(int number) {
    PatientId id = new PatientId(UUID.randomUUID());
    send(
        new RegisterPatient(
            id,
            new PatientDetails(
                null,
                "Patient " + number,
                "p" + number + "@bench.example",
                null,
                null,
                null,
                null,
                null)));
    return id;
  }

  private void send(Object command) {
    commands.sendAndWait(command);
  }
}
