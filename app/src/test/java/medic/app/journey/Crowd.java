package medic.app.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Several doctors and patients with visits to one another; all words of a patient hold one of their
 * own.
 */
final class Crowd {

  /** A patient, a visit of theirs, the one doctor they see, and what all their words hold. */
  record Patient(String id, Client client, String visit, Practice.Doctor doctor, String word) {}

  final List<Practice.Doctor> doctors = new ArrayList<>();
  final List<Patient> patients = new ArrayList<>();

  private final Client admin;

  private Crowd(Client admin) {
    this.admin = admin;
  }

  static Crowd gather(TestServer server, Random random) {
    Client admin = server.admin();
    Crowd crowd = new Crowd(admin);
    Practice practice = new Practice(admin);
    for (int i = 0; i < 3; i++) {
      Practice.Doctor doctor = practice.doctor();
      doctor.addRoom();
      crowd.doctors.add(doctor);
    }
    for (int i = 0; i < 4; i++) {
      Practice.Doctor doctor = crowd.doctors.get(random.nextInt(crowd.doctors.size()));
      crowd.patients.add(crowd.patient(server.anonymous(), "Nemo" + word(random), doctor));
    }
    crowd.awaitReadModels();
    return crowd;
  }

  private Patient patient(Client anonymous, String word, Practice.Doctor doctor) {
    String login = word.toLowerCase(java.util.Locale.ROOT);
    String mail = "mail" + word + "@example.org";
    Map<String, Object> body =
        new HashMap<>(Map.of("fullName", "Name" + word + " Patient", "email", mail));
    String id = admin.post("/api/patients", body).expect(201).text("patientId");
    new Practice(admin).invite("/api/patients/" + id, login);
    Client client = anonymous.login(login, "long enough");
    JsonNode slots = doctor.slots(admin);
    Map<String, Object> booking =
        doctor.booking(id, slots.get(5 + 3 * patients.size()).path("startsAt").asString());
    booking.put("reason", "reason" + word);
    String visit = client.post("/api/appointments", booking).expect(201).text("appointmentId");
    client
        .post("/api/appointments/" + visit + "/cancel", Map.of("reason", "end" + word))
        .expect(200);
    booking.put("startsAt", slots.get(60 + 3 * patients.size()).path("startsAt").asString());
    String next = client.post("/api/appointments", booking).expect(201).text("appointmentId");
    return new Patient(id, client, next, doctor, word);
  }

  private static String word(Random random) {
    return random
        .ints(10, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What nobody can see yet, nobody could see too much of. */
  private void awaitReadModels() {
    for (Patient patient : patients) {
      Client told = patient.client();
      for (String path :
          List.of(
              "/api/patients/" + patient.id(),
              "/api/patients/" + patient.id() + "/appointments",
              "/api/appointments/" + patient.visit(),
              "/api/appointments/" + patient.visit() + "/timeline")) {
        String answer = told.get(path).expect(200).raw().body();
        if (!answer.contains(patient.id()) && !answer.contains(patient.visit())) {
          throw new AssertionError("their own " + path + " tells nothing of " + patient.id());
        }
      }
      admin.get(patient.doctor().path("/agenda")).expect(200);
    }
  }
}
