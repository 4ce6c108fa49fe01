package medic.app.offers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import tools.jackson.databind.JsonNode;

/** A doctor without anything but what a test gives them. 3 January 2028 is a Monday. */
final class FreshDoctor {

  final String id;
  final String specialty = "fresh-" + UUID.randomUUID();
  private final Client admin;

  FreshDoctor(Client admin, String timezone) {
    this.admin = admin;
    id =
        admin
            .post(
                "/api/doctors",
                Map.of(
                    "fullName",
                    "Dr. Fresh",
                    "specialty",
                    specialty,
                    "email",
                    "fresh@example.org",
                    "timezone",
                    timezone))
            .expect(201)
            .text("doctorId");
  }

  String path(String rest) {
    return "/api/doctors/" + id + rest;
  }

  String place(String timezone) {
    return admin
        .post(path("/locations"), Map.of("name", "Place", "timezone", timezone))
        .expect(201)
        .text("locationId");
  }

  String room(String place, boolean virtual) {
    return admin
        .post(
            path("/locations/" + place + "/rooms"),
            Map.of("name", "Room", "capacity", 1, "virtual", virtual))
        .expect(201)
        .text("roomId");
  }

  static Map<String, Object> terms(int minutes, Map<String, Object> more) {
    Map<String, Object> terms = new HashMap<>();
    terms.put("slug", "visit-" + UUID.randomUUID());
    terms.put("name", "Visit");
    terms.put("durationMinutes", minutes);
    terms.put("consultationMode", "in_person");
    terms.putAll(more);
    return terms;
  }

  String type(int minutes, Map<String, Object> more) {
    return admin
        .post(path("/appointment-types"), terms(minutes, more))
        .expect(201)
        .text("appointmentTypeId");
  }

  static Map<String, Object> hours(
      String place, String day, String start, String end, Map<String, Object> more) {
    Map<String, Object> hours = new HashMap<>();
    hours.put("locationId", place);
    hours.put("dayOfWeek", day);
    hours.put("workStart", start);
    hours.put("workEnd", end);
    hours.put("slotDurationMinutes", 30);
    hours.putAll(more);
    return hours;
  }

  String open(String place, String start, String end, Map<String, Object> more) {
    return open(place, "MONDAY", start, end, more);
  }

  String open(String place, String day, String start, String end, Map<String, Object> more) {
    return admin
        .post(path("/templates"), hours(place, day, start, end, more))
        .expect(201)
        .text("templateId");
  }

  void opening(String startsAt, String endsAt, Map<String, Object> more) {
    Map<String, Object> opening = new HashMap<>();
    opening.put("startAt", startsAt);
    opening.put("endAt", endsAt);
    opening.put("status", "available");
    opening.putAll(more);
    admin.post(path("/exceptions"), opening).expect(201);
  }

  Answer availability(String type, String from, String to) {
    return availability(admin, type, from, to, "");
  }

  Answer availability(Client client, String type, String from, String to, String more) {
    String asked = "?appointmentTypeId=" + type + "&from=" + from + "&to=" + to + more;
    return client.get(path("/availability" + asked));
  }

  /** The starts, in UTC. */
  List<String> starts(String type, String from, String to) {
    return starts(availability(type, from, to));
  }

  static List<String> starts(Answer answer) {
    return answer.expect(200).body().path("slots").findValuesAsString("startsAt");
  }

  List<JsonNode> slots(String type, String from, String to) {
    return List.copyOf(
        availability(type, from, to).expect(200).body().path("slots").valueStream().toList());
  }

  Answer book(String type, String patient, String startsAt, Map<String, Object> more) {
    Map<String, Object> booking = new HashMap<>();
    booking.put("doctorId", id);
    booking.put("appointmentTypeId", type);
    booking.put("patientId", patient);
    booking.put("startsAt", startsAt);
    booking.putAll(more);
    return admin.post("/api/appointments", booking);
  }
}
