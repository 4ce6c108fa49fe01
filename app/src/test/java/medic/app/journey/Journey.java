package medic.app.journey;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A practice, and ways to book there. What extends this runs inside {@link JourneyTest}, which
 * starts a server for all of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {

  final TestServer server;
  final Client admin;
  final Practice practice;

  Journey(TestServer server) {
    this.server = server;
    admin = server.admin();
    practice = new Practice(admin);
  }

  String start(Practice.Doctor doctor, int slot) {
    return doctor.slots(admin).get(slot).path("startsAt").asString();
  }

  List<String> starts(Practice.Doctor doctor) {
    return doctor.slots(admin).findValuesAsString("startsAt");
  }

  Answer book(Practice.Doctor doctor, String patient, String startsAt) {
    return admin.post("/api/appointments", doctor.booking(patient, startsAt));
  }

  /** What people did, in order. Messages are on record too, at a time of their own. */
  List<JsonNode> deeds(Client client, String appointment) {
    return deeds(client.get(appointment + "/timeline").expect(200).body().path("entries"));
  }

  static List<JsonNode> deeds(Iterable<JsonNode> entries) {
    List<JsonNode> deeds = new ArrayList<>();
    entries.forEach(
        entry -> {
          if (!entry.path("action").asString().startsWith("notification")) {
            deeds.add(entry);
          }
        });
    return deeds;
  }
}
