package medic.app.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a patient must not be. */
abstract class BadPatients extends BadInput {

  private static final String NOTE = "communicationPreferences.note";

  BadPatients(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    Map<String, Object> profile =
        Map.of("fullName", "Bad Input", "email", "bad@example.org", "phone", "+49 30 1234");
    Map<String, Object> newPatient = new HashMap<>(profile);
    newPatient.put("login", LOGIN);
    profileOf(bad.route("POST", "/api/patients", newPatient))
        .ids("patientId")
        .with("login", Map.of("username", "abc", "password", "long enough"), 400, "", PASSWORD)
        .with("patientId", new UUID(0, 1).toString(), 400, "INVALID_REQUEST", "patientId")
        .with("patientId", patient, 409, "ID_ALREADY_USED", "patientId");
    profileOf(bad.route("PUT", "/api/patients/" + patient, profile))
        .with("patientId", NOBODY, 400, "INVALID_REQUEST", "patientId");
    bad.route("PUT", "/api/patients/" + NOBODY, profile).refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/patients/search", Map.of("words", "Grace", "limit", 5))
        .malformed()
        .bodyNeeded()
        .required("words")
        .bad("words", "", "x", 5, List.of("Grace"))
        .longer("words", 200)
        .bad("limit", 0, 51, -1, "many", 1.5);
    bad.route("PUT", "/api/patients/x", profile).refused("no id", 400, "", "patientId");
    bad.route("POST", "/api/patients/" + NOBODY + "/invitation", Map.of("showLink", true))
        .malformed()
        .longer("username", 100)
        .refused("unknown", 404, "NOT_FOUND");
    bad.route("POST", "/api/patients/x/invitation", Map.of())
        .refused("no id", 400, "", "patientId");
  }

  private static BadRequests profileOf(BadRequests bad) {
    return bad.malformed()
        .bodyNeeded()
        .required("fullName")
        .bad("fullName", "", 5)
        .longer("fullName", 200)
        .oneLine("fullName")
        .bad("email", "šlice@patients.example", "a@b@patients.example", "bob@ex\u00admple.org")
        .bad("email", "nobody", "x".repeat(250) + "@example.org", 5)
        .bad("phone", "+999 12345", "+49 1", "1234567", "110")
        .bad("phone", "call me", "1", "+" + "1".repeat(60), 5)
        .bad("preferredLanguage", "not a language", "x", 5)
        .zone("preferredTimezone")
        .bad("communicationPreferences", "all", 1, List.of())
        .bad("communicationPreferences", Map.of("more", Map.of("a\u202Eb", 1)))
        .with("communicationPreferences", Map.of("note", "a\nb"), 400, "", NOTE)
        .bad("communicationPreferences", Map.of("sms", "yes"), Map.of("email", 1))
        .bad("communicationPreferences", Map.of("reminderHours", 24))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(0)))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(721)))
        .bad("communicationPreferences", Map.of("reminderHours", List.of(1, 2, 3, 4, 5, 6)))
        .bad("communicationPreferences", Map.of("quietHours", Map.of("from", "21:00")))
        .bad("communicationPreferences", Map.of("quietHours", Map.of("from", "9", "to", "24:00")))
        .bad("communicationPreferences", Map.of("note", "x".repeat(4096)))
        .bad("communicationPreferences", Map.of("note", "ü".repeat(2048)))
        .bad("communicationPreferences", Map.of("deep", Map.of("er", List.of(List.of()))))
        .bad("emergencyContact", "mother", List.of())
        .with("emergencyContact", Map.of("name", "A\nB"), 400, "", "emergencyContact.name")
        .with("emergencyContact", Map.of("phone", "112"), 400, "", "emergencyContact.name")
        .sent(Map.of("fullName", "Unreachable"), "no contact", 422, "CONTACT_MISSING", "");
  }
}
