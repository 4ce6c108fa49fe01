package medic.sagas.channels;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import medic.sagas.notifications.DeliveryFailure;

/**
 * Calls to a provider that end, answered or not. A request's own time-out would not do: it covers
 * the time until the headers, and a body may never come.
 */
final class BoundedHttp {

  static final Duration LONGEST = Duration.ofSeconds(15);

  private final HttpClient http;
  private final String provider;
  private final Duration longest;

  /**
   * @param provider begins the codes of failures
   * @param longest for a whole call, its body included
   */
  BoundedHttp(String provider, Duration longest) {
    this.http = HttpClient.newBuilder().connectTimeout(longest).build();
    this.provider = provider;
    this.longest = longest;
  }

  /**
   * The whole answer, whatever its status.
   *
   * @throws DeliveryFailure passing, when there is none in time
   */
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw DeliveryFailure.passing(provider + "_TIMEOUT");
    } catch (ExecutionException unreachable) {
      throw DeliveryFailure.passing(provider + "_UNREACHABLE");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw DeliveryFailure.passing(provider + "_INTERRUPTED");
    } finally {
      answer.cancel(true);
    }
  }
}
