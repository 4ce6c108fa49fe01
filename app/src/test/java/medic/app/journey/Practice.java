package medic.app.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sets up doctors and patients over HTTP, with what does not matter filled in. */
public final class Practice {

  public static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  private final Client admin;

  public Practice(Client admin) {
    this.admin = admin;
  }

  /** A doctor with one location in Berlin, open every day round the clock in half hours. */
  public final class Doctor {
    public final String id;
    public final String location;
    public final String type;
    public final String login;
    public String room = "";

    private Doctor(Map<String, Object> terms) {
      login = "dr." + UUID.randomUUID().toString().substring(0, 8);
      id =
          admin
              .post(
                  "/api/doctors",
                  Map.of(
                      "fullName", "Dr. Ada Test",
                      "specialty", "Dermatology",
                      "email", "ada@example.org",
                      "timezone", "Europe/Berlin",
                      "login", Map.of("username", login, "password", "long enough")))
              .expect(201)
              .text("doctorId");
      location =
          admin
              .post(
                  path("/locations"),
                  Map.of(
                      "name",
                      "Mitte",
                      "city",
                      "Berlin",
                      "timezone",
                      "Europe/Berlin",
                      "primary",
                      true))
              .expect(201)
              .text("locationId");
      type = addType(terms);
      for (String day : DAYS) {
        addTemplate(Map.of("dayOfWeek", day));
      }
    }

    public String path(String rest) {
      return "/api/doctors/" + id + rest;
    }

    public String addType(Map<String, Object> terms) {
      Map<String, Object> body =
          new HashMap<>(
              Map.of(
                  "slug",
                  "visit-" + UUID.randomUUID().toString().substring(0, 8),
                  "name",
                  "Visit",
                  "durationMinutes",
                  30,
                  "bufferBeforeMinutes",
                  0,
                  "bufferAfterMinutes",
                  0,
                  "priceCents",
                  4500,
                  "currency",
                  "EUR",
                  "consultationMode",
                  "in_person",
                  "defaultLocationId",
                  location,
                  "minNoticeMinutes",
                  0));
      body.put("requiresConfirmation", false);
      body.putAll(terms);
      return admin.post(path("/appointment-types"), body).expect(201).text("appointmentTypeId");
    }

    public String addTemplate(Map<String, Object> with) {
      Map<String, Object> body =
          new HashMap<>(
              Map.of(
                  "locationId", location,
                  "slotDurationMinutes", 30,
                  "workStart", "00:00",
                  "workEnd", "23:30",
                  "bufferBeforeMinutes", 0,
                  "bufferAfterMinutes", 0,
                  "priority", 0));
      body.putAll(with);
      return admin.post(path("/templates"), body).expect(201).text("templateId");
    }

    public String addRoom() {
      room =
          admin
              .post(
                  path("/locations/" + location + "/rooms"),
                  Map.of("name", "Room 1", "capacity", 1, "virtual", false))
              .expect(201)
              .text("roomId");
      return room;
    }

    public JsonNode slots(Client client) {
      return client
          .get(path("/availability?appointmentTypeId=" + type))
          .expect(200)
          .body()
          .path("slots");
    }

    public Map<String, Object> booking(String patient, String startsAt) {
      return new HashMap<>(
          Map.of(
              "doctorId", id,
              "appointmentTypeId", type,
              "patientId", patient,
              "startsAt", startsAt));
    }
  }

  public Doctor doctor() {
    return new Doctor(Map.of());
  }

  public Doctor doctor(Map<String, Object> terms) {
    return new Doctor(terms);
  }

  public String patient() {
    return patient(null);
  }

  public String patient(String login) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "fullName", "Grace Patient",
                "email", "grace@example.org",
                "phone", "+49 30 1234567"));
    if (login != null) {
      body.put("login", Map.of("username", login, "password", "long enough"));
    }
    return admin.post("/api/patients", body).expect(201).text("patientId");
  }
}
