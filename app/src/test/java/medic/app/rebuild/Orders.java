package medic.app.rebuild;

import java.time.Duration;
import medic.app.journey.Client;
import medic.app.messages.Await;
import tools.jackson.databind.JsonNode;

/** Rebuilds as an admin orders them. */
final class Orders {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Orders() {}

  static String path(String model) {
    return "/api/admin/projections/" + model;
  }

  static JsonNode state(Client admin, String model) {
    return admin.get(path(model)).expect(200).body().path("rebuild");
  }

  static JsonNode awaitDone(Client admin, String model) {
    JsonNode over =
        Await.until(
            PATIENCE,
            () -> state(admin, model),
            rebuild ->
                !rebuild.path("endedAt").isMissingNode() && !rebuild.path("endedAt").isNull());
    if (!over.path("state").asString().equals("done")) {
      throw new AssertionError("ended as " + over);
    }
    return over;
  }

  static JsonNode done(Client admin, String model) {
    admin.post(path(model) + "/rebuild", null).expect(202);
    return awaitDone(admin, model);
  }
}
