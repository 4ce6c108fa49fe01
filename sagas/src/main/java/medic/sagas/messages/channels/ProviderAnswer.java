package medic.sagas.messages.channels;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import medic.sagas.messages.outbox.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/** What a provider of messages answered. */
public record ProviderAnswer(
    int status, @Nullable String retryAfter, @Nullable String location, String body) {

  private static final int SERVER_ERROR = 500;
  private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Credentials can be mended while messages wait, so their refusal passes too. */
  public DeliveryFailure failure(String provider) {
    String code = provider + "_HTTP_" + status;
    return status >= SERVER_ERROR || PASSING.contains(status)
        ? DeliveryFailure.passing(code, pause().orElse(null))
        : DeliveryFailure.lasting(code);
  }

  private Optional<Duration> pause() {
    return Optional.ofNullable(retryAfter)
        .filter(value -> value.matches("[0-9]{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
