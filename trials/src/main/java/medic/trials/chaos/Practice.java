package medic.trials.chaos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.Issuer;

/** Doctors who share a room, and patients: few of each and little time, so that they collide. */
public record Practice(
    List<Doctor> doctors,
    List<Patient> patients,
    ChaosCaller admin,
    ChaosCaller auditor,
    List<String> startTimes) {

  /** A doctor, one place, one room shared with all others, one type of visit. */
  public record Doctor(String id, String location, String room, String type, ChaosCaller caller) {}

  public record Patient(String id, ChaosCaller caller) {}

  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
  private static final int DOCTORS = 3;
  private static final int PATIENTS = 6;
  private static final int TIMES = 24;
  private static final int HALF_HOUR = 30;

  /** Sets one up over HTTP, new people each time. */
  public static Practice create(Cluster cluster) {
    Issuer issuer = cluster.issuer();
    ChaosCaller admin = new ChaosCaller("admin", issuer.token("ADMIN", "trials-admin", null));
    String address = cluster.nodes().get(0).address();
    List<Doctor> doctors = new ArrayList<>();
    for (int i = 0; i < DOCTORS; i++) {
      doctors.add(doctor(address, admin, issuer, doctors));
    }
    List<Patient> patients = new ArrayList<>();
    for (int i = 0; i < PATIENTS; i++) {
      patients.add(patient(address, admin, issuer));
    }
    ChaosCaller auditor =
        new ChaosCaller("auditor", issuer.token("AUDITOR", "trials-auditor", null));
    return new Practice(doctors, patients, admin, auditor, halfHours());
  }

  private static Doctor doctor(
      String address, ChaosCaller admin, Issuer issuer, List<Doctor> before) {
    String id =
        created(
            admin,
            address,
            "/api/doctors",
            Map.of(
                "fullName", "Dr. Ada Trial",
                "specialty", "Dermatology",
                "email", "ada@example.org",
                "timezone", "Europe/Berlin"),
            "doctorId");
    String base = "/api/doctors/" + id;
    String location =
        created(
            admin,
            address,
            base + "/locations",
            Map.of("name", "Mitte", "city", "Berlin", "timezone", "Europe/Berlin", "primary", true),
            "locationId");
    String room =
        before.isEmpty()
            ? room(admin, address, base, location)
            : share(admin, address, before.get(0), id);
    String type = type(admin, address, base, location, room);
    for (String day : DAYS) {
      created(admin, address, base + "/templates", template(day, location, room), "templateId");
    }
    return new Doctor(
        id,
        location,
        room,
        type,
        new ChaosCaller("doctor " + id, issuer.token("DOCTOR", "doctor-" + id, id)));
  }

  private static String room(ChaosCaller admin, String address, String base, String location) {
    return created(
        admin,
        address,
        base + "/locations/" + location + "/rooms",
        Map.of("name", "Room 1", "capacity", 2, "virtual", false),
        "roomId");
  }

  private static String share(ChaosCaller admin, String address, Doctor owner, String guest) {
    ChaosCaller.Answer shared =
        admin.post(
            address,
            "/api/doctors/"
                + owner.id()
                + "/locations/"
                + owner.location()
                + "/rooms/"
                + owner.room()
                + "/share",
            Map.of("doctorId", guest));
    if (shared.status() >= 300) {
      throw new IllegalStateException("the room is not shared: " + shared.body());
    }
    return owner.room();
  }

  private static String type(
      ChaosCaller admin, String address, String base, String location, String room) {
    Map<String, Object> body = new HashMap<>();
    body.put("slug", "visit-" + UUID.randomUUID());
    body.put("name", "Visit");
    body.put("durationMinutes", HALF_HOUR);
    body.put("bufferBeforeMinutes", 0);
    body.put("bufferAfterMinutes", 0);
    body.put("priceCents", 4500);
    body.put("currency", "EUR");
    body.put("consultationMode", "in_person");
    body.put("defaultLocationId", location);
    body.put("defaultRoomId", room);
    body.put("minNoticeMinutes", 0);
    body.put("maxRescheduleCount", 100);
    body.put("requiresConfirmation", false);
    return created(admin, address, base + "/appointment-types", body, "appointmentTypeId");
  }

  private static Map<String, Object> template(String day, String location, String room) {
    Map<String, Object> body = new HashMap<>();
    body.put("dayOfWeek", day);
    body.put("locationId", location);
    body.put("roomId", room);
    body.put("slotDurationMinutes", HALF_HOUR);
    body.put("workStart", "00:00");
    body.put("workEnd", "23:30");
    body.put("bufferBeforeMinutes", 0);
    body.put("bufferAfterMinutes", 0);
    body.put("priority", 0);
    return body;
  }

  private static Patient patient(String address, ChaosCaller admin, Issuer issuer) {
    String id =
        created(
            admin,
            address,
            "/api/patients",
            Map.of("fullName", "Grace Trial", "email", "grace@example.org"),
            "patientId");
    return new Patient(
        id, new ChaosCaller("patient " + id, issuer.token("PATIENT", "patient-" + id, id)));
  }

  private static String created(
      ChaosCaller admin, String address, String path, Map<String, ?> body, String field) {
    return admin.post(address, path, body).expect(201).json().path(field).asString();
  }

  private static List<String> halfHours() {
    Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(3, ChronoUnit.DAYS);
    List<String> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      times.add(day.plus(8L * 60 + (long) HALF_HOUR * i, ChronoUnit.MINUTES).toString());
    }
    return times;
  }
}
