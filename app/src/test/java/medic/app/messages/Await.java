package medic.app.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import medic.app.journey.Client;
import tools.jackson.databind.JsonNode;

/** Waits for what happens beside the request, but not for ever. */
public final class Await {

  private static final Duration MAX_WAIT = Duration.ofSeconds(30);

  private Await() {}

  public static <T> T until(Supplier<T> reading, Predicate<T> suits) {
    return until(MAX_WAIT, reading, suits);
  }

  public static <T> T until(Duration longest, Supplier<T> reading, Predicate<T> suits) {
    Instant deadline = Instant.now().plus(longest);
    T last = reading.get();
    while (!suits.test(last)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("still " + last);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      last = reading.get();
    }
    return last;
  }

  /** The patient's first message by this template in this state. */
  public static JsonNode message(Client client, String patient, String template, String state) {
    return message(
        client,
        "/api/patients/" + patient + "/notifications",
        found ->
            found.path("template").asString().equals(template)
                && found.path("state").asString().equals(state));
  }

  public static JsonNode message(Client client, String mailbox, Predicate<JsonNode> suits) {
    return until(() -> find(client, mailbox, suits), Optional::isPresent).orElseThrow();
  }

  private static Optional<JsonNode> find(Client client, String mailbox, Predicate<JsonNode> suits) {
    return client
        .get(mailbox)
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(suits)
        .findFirst();
  }
}
