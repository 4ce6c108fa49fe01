package medic.app.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;

/** A patient who was there with all that a patient leaves behind. */
record Person(String id, String visit) {

  private static final String LOGIN = "pilgrim.z";
  private static final String PASSWORD = Practice.PASSWORD;
  private static final String MAIL = "zebedea.q@quillfeather.example";
  private static final String PHONE = "+493098765432";
  private static final String REASON = "An unmentionable rash since Whitsun";
  private static final String WHY_KEPT = "The Gundersweiler boil cannot wait";
  private static final String SECOND_REASON = "Pilgrimage to Finisterre";

  /** What they would be found by. */
  static final List<String> WORDS =
      List.of(
          LOGIN,
          "Zebedea",
          "Quillfeather",
          MAIL,
          PHONE,
          "98765432",
          "unmentionable",
          "Finisterre",
          "Gundersweiler",
          "Ottokar");

  /**
   * Registered with a login, booked, kept though the time was taken, moved, called off, and told of
   * all that; once refused a login.
   */
  static Person leaveTraces(Client admin, Client anonymous) {
    Practice.Doctor doctor = new Practice(admin).doctor();
    String id = register(admin);
    Map<String, Object> booking = doctor.booking(id, slot(doctor, admin, 0));
    booking.put("reason", REASON);
    anonymous
        .post("/api/auth/token", Map.of("username", LOGIN, "password", "a wrong one"))
        .expect(401);
    Client self = login(anonymous);
    String visit = self.post("/api/appointments", booking).expect(201).text("appointmentId");
    keep(admin, doctor, visit, booking.get("startsAt").toString());
    Map<String, Object> move = Map.of("startsAt", slot(doctor, admin, 3), "reason", SECOND_REASON);
    self.post("/api/appointments/" + visit + "/reschedule", move).expect(200);
    admin
        .post("/api/appointments/" + visit + "/cancel", Map.of("reason", SECOND_REASON))
        .expect(200);
    admin.put("/api/patients/" + id, profile()).expect(200);
    Await.message(
        admin,
        "/api/patients/" + id + "/notifications",
        message -> message.path("state").asString().equals("kept"));
    return new Person(id, visit);
  }

  private static void keep(Client admin, Practice.Doctor doctor, String visit, String startsAt) {
    Map<String, Object> block =
        Map.of(
            "startAt",
            startsAt,
            "endAt",
            Instant.parse(startsAt).plus(Duration.ofMinutes(5)).toString(),
            "status",
            "blocked");
    admin.post(doctor.path("/exceptions"), block).expect(201);
    admin
        .post(doctor.path("/visits-hit/" + visit + "/keep"), Map.of("reason", WHY_KEPT))
        .expect(200);
  }

  private static String register(Client admin) {
    String id = admin.post("/api/patients", profile()).expect(201).text("patientId");
    new Practice(admin).invite("/api/patients/" + id, LOGIN);
    return id;
  }

  static String slot(Practice.Doctor doctor, Client admin, int number) {
    return doctor.slots(admin).get(number).path("startsAt").asString();
  }

  static Map<String, Object> profile() {
    return Map.of(
        "fullName",
        "Zebedea Quillfeather",
        "email",
        MAIL,
        "phone",
        PHONE,
        "emergencyContact",
        Map.of("name", "Ottokar Quillfeather", "phone", PHONE));
  }

  static Client login(Client anonymous) {
    return anonymous.login(LOGIN, PASSWORD);
  }

  static Map<String, String> credentials() {
    return Map.of("username", LOGIN, "password", PASSWORD);
  }

  void erase(Client admin) {
    admin.post("/api/patients/" + id + "/erase", Map.of("ground", "patient_request")).expect(202);
  }

  /** Once there is one. */
  Answer receipt(Client admin) {
    Predicate<Answer> isThere = erasure -> !erasure.text("receipt").isEmpty();
    return Await.until(Duration.ofMinutes(1), () -> erasure(admin), isThere);
  }

  Answer erasure(Client admin) {
    return admin.get("/api/patients/" + id + "/erasure").expect(200);
  }
}
