package medic.sagas.channels;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import medic.sagas.notifications.DeliveryFailure;

/** What a provider's HTTP status means. */
final class HttpFailures {

  private static final int SERVER_ERROR = 500;
  private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

  private HttpFailures() {}

  static boolean isSuccess(HttpResponse<?> response) {
    return response.statusCode() / 100 == 2;
  }

  /** Credentials can be mended while messages wait, so their refusal passes too. */
  static DeliveryFailure of(String provider, HttpResponse<?> response) {
    int status = response.statusCode();
    String code = provider + "_HTTP_" + status;
    return status >= SERVER_ERROR || PASSING.contains(status)
        ? DeliveryFailure.passing(code, retryAfter(response).orElse(null))
        : DeliveryFailure.lasting(code);
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
