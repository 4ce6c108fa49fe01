package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is refused before anybody looks at what it is about. */
@Tag("server")
abstract class BadHttp extends BadInput {

  BadHttp(BadInputPractice practice) {
    super(practice);
  }

  @Override
  void gather(BadRequests bad) {
    bad.asked("/api/nothing/here", 404, "NOT_FOUND", "");
    bad.route("PUT", "/api/appointments").refused("", 405, "METHOD_NOT_ALLOWED");
    bad.route("DELETE", "/api/doctors").refused("", 405, "METHOD_NOT_ALLOWED");
    bad.route("POST", "/api/doctors")
        .sent(Map.of("fullName", "x".repeat(1 << 20)), "huge", 413, "BODY_TOO_LARGE", "");
  }

  @Test
  void refusesOtherFormatsThanJson() {
    admin
        .with("Content-Type", "text/plain")
        .postRaw("/api/appointments", "hello")
        .expect(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void refusesKeysAndPositionsThatAreNone() {
    Stored before = Stored.in(server.dataSource());
    for (String key : List.of(" ", "k".repeat(201))) {
      Answer answer =
          admin
              .with("Idempotency-Key", key)
              .post("/api/appointments", doctor.booking(patient, slot))
              .expect(400, "INVALID_REQUEST");
      assertThat(answer.body().path("errors").findValuesAsString("field"))
          .containsExactly("Idempotency-Key");
    }
    Answer answer = server.admin().with("Medic-Position", "here").get("/api/doctors").expect(400);
    assertThat(answer.body().path("errors").findValuesAsString("field"))
        .containsExactly("Medic-Position");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);
  }
}
