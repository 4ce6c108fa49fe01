package medic.app.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Sets up doctors and patients over HTTP, with what does not matter filled in. */
public final class Practice {

  public static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  /** Of everybody who is invited here. */
  public static final String PASSWORD = "long enough";

  private final Client admin;

  public Practice(Client admin) {
    this.admin = admin;
  }

  /**
   * A doctor with one location, if not elsewhere in Berlin, open every day round the clock in half
   * hours.
   */
  public final class Doctor {
    public final String id;
    public final String location;
    public final String type;
    public String room = "";
    private String login;

    private Doctor(String specialty, String city, Map<String, Object> terms) {
      id =
          admin
              .post(
                  "/api/doctors",
                  Map.of(
                      "fullName", "Dr. Ada Test",
                      "specialty", specialty,
                      "email", "ada@example.org",
                      "timezone", "Europe/Berlin"))
              .expect(201)
              .text("doctorId");
      location =
          admin
              .post(
                  path("/locations"),
                  Map.of(
                      "name", "Mitte", "city", city, "timezone", "Europe/Berlin", "primary", true))
              .expect(201)
              .text("locationId");
      type = addType(terms);
      for (String day : DAYS) {
        addTemplate(Map.of("dayOfWeek", day));
      }
    }

    /** The name to sign in by with {@link #PASSWORD}: the doctor is invited when first asked. */
    public String login() {
      if (login == null) {
        login = invite("/api/doctors/" + id, "dr." + UUID.randomUUID().toString().substring(0, 8));
      }
      return login;
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

    /** A visit that has begun, within the last half hour: put down by the practice. */
    public Answer begun(Client client, String patient) {
      long halfHour = Instant.now().getEpochSecond() / 1800;
      Map<String, Object> booking =
          booking(patient, Instant.ofEpochSecond(halfHour * 1800).toString());
      booking.put("reason", "Walked in");
      booking.put("override", List.of("hours", "notice"));
      return client.post("/api/appointments/overbook", booking).expect(201);
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

  /** One of a kind: a search for what nobody else is or where nobody else works finds no other. */
  public Doctor doctor(String specialty, String city) {
    return new Doctor(specialty, city, Map.of());
  }

  public Doctor doctor() {
    return new Doctor("Dermatology", "Berlin", Map.of());
  }

  public Doctor doctor(Map<String, Object> terms) {
    return new Doctor("Dermatology", "Berlin", terms);
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
    String id = admin.post("/api/patients", body).expect(201).text("patientId");
    if (login != null) {
      invite("/api/patients/" + id, login);
    }
    return id;
  }

  /** Invites somebody whom no message reaches, and sets their password as they would. */
  public String invite(String person, String username) {
    String link =
        admin.post(person + "/invitation", Map.of("showLink", true)).expect(202).text("link");
    accept(admin, link, username, PASSWORD).expect(204);
    return username;
  }

  /** What the page behind a link does. */
  public static Answer accept(Client client, String link, String username, String password) {
    return client.post(
        "/api/auth/invitations/accept",
        Map.of("token", token(link), "username", username, "password", password));
  }

  public static String token(String link) {
    return link.substring(link.indexOf('#') + 1);
  }
}
