package medic.sagas.calendars.remote.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/** What all calls to Google share: transport, time limits, and what its refusals mean. */
final class GoogleCalls {

  static final HttpTransport TRANSPORT = new NetHttpTransport();
  static final JsonFactory JSON = GsonFactory.getDefaultInstance();

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 20_000;
  private static final Set<String> LIMITS =
      Set.of(
          "rateLimitExceeded",
          "userRateLimitExceeded",
          "quotaExceeded",
          "dailyLimitExceeded",
          "calendarUsageLimitsExceeded");
  private static final Set<String> SCOPES =
      Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

  private final Clock clock;

  GoogleCalls(Clock clock) {
    this.clock = clock;
  }

  /** A call to Google, whose failure it may throw. */
  interface Call<T> {
    T execute() throws IOException;
  }

  /** Requests are never logged, for they bear tokens, and never repeated behind our back. */
  static HttpRequestInitializer withToken(@Nullable String accessToken) {
    return request -> {
      limit(request);
      if (accessToken != null) {
        request.getHeaders().setAuthorization("Bearer " + accessToken);
      }
    };
  }

  private static void limit(HttpRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setNumberOfRetries(0);
    request.setLoggingEnabled(false);
    request.setCurlLoggingEnabled(false);
  }

  <T> T call(Call<T> call) {
    try {
      return call.execute();
    } catch (HttpResponseException refused) {
      throw failure(refused);
    } catch (IOException unreachable) {
      throw new RemoteFailure(Kind.UNAVAILABLE, "no answer from Google");
    }
  }

  private RemoteFailure failure(HttpResponseException refused) {
    int status = refused.getStatusCode();
    String reason = reason(refused);
    String message = "Google answered " + status + " " + reason;
    return new RemoteFailure(kind(status, reason), message, retryAfter(refused.getHeaders()));
  }

  private static Kind kind(int status, String reason) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 ->
          LIMITS.contains(reason)
              ? Kind.LIMITED
              : SCOPES.contains(reason) ? Kind.GRANT_BROKEN : Kind.REJECTED;
      case 404 -> Kind.MISSING;
      case 409 -> Kind.TAKEN;
      case 410 -> "deleted".equals(reason) ? Kind.MISSING : Kind.CURSOR_GONE;
      case 412 -> Kind.STALE;
      case 408, 429 -> Kind.LIMITED;
      default -> status >= 500 ? Kind.UNAVAILABLE : Kind.REJECTED;
    };
  }

  private static String reason(HttpResponseException refused) {
    return refused instanceof GoogleJsonResponseException json
            && json.getDetails() != null
            && json.getDetails().getErrors() != null
            && !json.getDetails().getErrors().isEmpty()
            && json.getDetails().getErrors().get(0).getReason() != null
        ? json.getDetails().getErrors().get(0).getReason()
        : "without a reason";
  }

  private @Nullable Duration retryAfter(HttpHeaders headers) {
    String text = headers.getRetryAfter();
    if (text == null) {
      return null;
    }
    try {
      Duration wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException malformed) {
      return null;
    }
  }
}
